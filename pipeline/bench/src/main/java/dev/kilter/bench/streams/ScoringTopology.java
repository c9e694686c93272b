package dev.kilter.bench.streams;

import dev.kilter.event.Event;
import dev.kilter.onnx.ModelBundle;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** From the topic of events to a processor that scores them, with a store beside it. */
final class ScoringTopology {
  static final String EVENTS = "events";
  static final String STORE = "rows";
  private static final String SCORE = "score";

  private ScoringTopology() {}

  static Topology of(ModelBundle bundle, ScoreSink scores) {
    ProcessorSupplier<String, Event, Void, Void> processors =
        bundle.contract().carriesState()
            ? () -> new ScoreRows(bundle, scores)
            : () -> new ScoreWindows(bundle, scores);
    return new Topology()
        .addSource(EVENTS, new StringDeserializer(), EventBytes.serde().deserializer(), EVENTS)
        .addProcessor(SCORE, processors, EVENTS)
        .addStateStore(store(), SCORE);
  }

  /** In memory, and what changes in it is written to no topic. */
  private static StoreBuilder<KeyValueStore<String, float[][]>> store() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(STORE), Serdes.String(), FloatRowBytes.serde())
        .withCachingDisabled()
        .withLoggingDisabled();
  }
}
