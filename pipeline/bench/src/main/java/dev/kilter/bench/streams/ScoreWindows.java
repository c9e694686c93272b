package dev.kilter.bench.streams;

import dev.kilter.bench.network.NestedArrays;
import dev.kilter.event.Event;
import dev.kilter.onnx.ModelBundle;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the newest rows of each machine in the store, and runs the network once there are enough.
 */
final class ScoreWindows implements Processor<String, Event, Void, Void> {
  private final ModelBundle bundle;
  private final ScoreSink scores;
  private final int length;
  private KeyValueStore<String, float[][]> store;
  private Scorer scorer;

  ScoreWindows(ModelBundle bundle, ScoreSink scores) {
    this.bundle = bundle;
    this.scores = scores;
    this.length = bundle.contract().sequence().length();
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(ScoringTopology.STORE);
    scorer = new Scorer(bundle);
  }

  @Override
  public void process(Record<String, Event> record) {
    Event event = record.value();
    float[][] window = with(NestedArrays.floats(event.values()), store.get(record.key()));
    store.put(record.key(), window);
    if (window.length == length) {
      scores.accept(event.offset(), scorer.score(window));
    }
  }

  private float[][] with(float[] row, float[][] before) {
    if (before == null) {
      return new float[][] {row};
    }
    int from = before.length == length ? 1 : 0;
    float[][] window = Arrays.copyOfRange(before, from, before.length + 1);
    window[window.length - 1] = row;
    return window;
  }

  @Override
  public void close() {
    scorer.close();
  }
}
