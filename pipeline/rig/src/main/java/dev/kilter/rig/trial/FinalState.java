package dev.kilter.rig.trial;

import dev.kilter.job.type.KilterTypes;
import dev.kilter.rig.events.Load;
import dev.kilter.sequence.EntityState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * What a savepoint keeps of each pump: how its channels are, its newest rows, what its detectors
 * remember, and what models carry.
 *
 * @param values the bytes of each thing that is kept, as a text, by what it is
 */
record FinalState(Map<String, String> values) {
  private static final TypeInformation<Tuple2<String, Integer>> PANE_KEY =
      Types.TUPLE(Types.STRING, Types.INT);

  static FinalState of(String savepoint) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    SavepointReader reader = SavepointReader.read(env, savepoint, new HashMapStateBackend());
    Map<String, String> all = new HashMap<>();
    all.putAll(
        read(
            reader,
            "sequence",
            new KeptValue<>("entity", KilterTypes.ENTITY, FinalState::certain)));
    all.putAll(read(reader, "sequence", new KeptMap<>("tracks", Types.STRING, KilterTypes.TRACK)));
    all.putAll(read(reader, "sequence", new KeptMap<>("panes", PANE_KEY, KilterTypes.PANE)));
    all.putAll(read(reader, "judge", new KeptMap<>("watches", Types.STRING, KilterTypes.WATCH)));
    all.putAll(
        read(reader, "score", new KeptMap<>("carried", Types.STRING, KilterTypes.RECURRENT_STATE)));
    return new FinalState(all);
  }

  /** How far event time had come when an event came is chance, and what follows from that, too. */
  private static EntityState certain(EntityState kept) {
    EntityState certain = new EntityState(kept.channels);
    certain.newestMillis = kept.newestMillis;
    certain.lateUpToMillis = kept.lateUpToMillis;
    certain.silent = kept.silent;
    certain.watch = kept.watch;
    return certain;
  }

  @SuppressWarnings("try") // what closing throws is for whoever waits for the end
  private static Map<String, String> read(
      SavepointReader reader,
      String operator,
      KeyedStateReaderFunction<String, Tuple2<String, String>> kept)
      throws Exception {
    Map<String, String> values = new HashMap<>();
    try (CloseableIterator<Tuple2<String, String>> found =
        reader
            .readKeyedState(
                OperatorIdentifier.forUid(operator),
                kept,
                Types.STRING,
                Types.TUPLE(Types.STRING, Types.STRING))
            .executeAndCollect()) {
      found.forEachRemaining(each -> values.put(each.f0, each.f1));
    }
    values.keySet().removeIf(each -> each.isEmpty() || each.contains(Load.DEADLY));
    if (values.isEmpty()) {
      throw new IllegalStateException("there is nothing of " + kept + " in the state");
    }
    return values;
  }

  StateDifferences against(FinalState other) {
    Set<String> all = new HashSet<>(values.keySet());
    all.addAll(other.values.keySet());
    return new StateDifferences(
        other.values.size(),
        all.stream()
            .filter(each -> !values.getOrDefault(each, "").equals(other.values.get(each)))
            .sorted()
            .toList());
  }
}
