package dev.kilter.bench.streams;

import dev.kilter.bench.network.NestedArrays;
import dev.kilter.event.Event;
import dev.kilter.onnx.ModelBundle;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Runs the network on each row, on from the state that the store has of its machine. */
final class ScoreRows implements Processor<String, Event, Void, Void> {
  private final ModelBundle bundle;
  private final ScoreSink scores;
  private KeyValueStore<String, float[][]> store;
  private Scorer scorer;

  ScoreRows(ModelBundle bundle, ScoreSink scores) {
    this.bundle = bundle;
    this.scores = scores;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(ScoringTopology.STORE);
    scorer = new Scorer(bundle);
  }

  @Override
  public void process(Record<String, Event> record) {
    Event event = record.value();
    float[] row = NestedArrays.floats(event.values());
    NestedArrays.Answer answer = scorer.goOn(row, store.get(record.key()));
    store.put(record.key(), answer.states());
    scores.accept(event.offset(), scorer.score(answer));
  }

  @Override
  public void close() {
    scorer.close();
  }
}
