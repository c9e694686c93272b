package dev.kilter.rig.trial;

import dev.kilter.job.type.KilterTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * What a savepoint keeps of each entity: what its detectors remember, and what models carry.
 *
 * @param values the bytes of each thing that is kept, as a text, by what it is
 */
record FinalState(Map<String, String> values) {

  static FinalState of(String savepoint) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    SavepointReader reader = SavepointReader.read(env, savepoint, new HashMapStateBackend());
    Map<String, String> values = new HashMap<>();
    read(reader, "judge", new Entries<>("watches", KilterTypes.WATCH), values::put);
    read(reader, "score", new Entries<>("carried", KilterTypes.RECURRENT_STATE), values::put);
    return new FinalState(values);
  }

  private static void read(
      SavepointReader reader,
      String operator,
      Entries<?> entries,
      BiConsumer<String, String> receiver)
      throws Exception {
    List<Tuple2<String, String>> found = new ArrayList<>();
    reader
        .readKeyedState(
            OperatorIdentifier.forUid(operator),
            entries,
            Types.STRING,
            Types.TUPLE(Types.STRING, Types.STRING))
        .executeAndCollect()
        .forEachRemaining(found::add);
    found.forEach(each -> receiver.accept(each.f0, each.f1));
  }

  StateDifferences against(FinalState other) {
    Set<String> all = new HashSet<>(values.keySet());
    all.addAll(other.values.keySet());
    long different =
        all.stream()
            .filter(each -> !values.getOrDefault(each, "").equals(other.values.get(each)))
            .count();
    return new StateDifferences(other.values.size(), (int) different);
  }

  /** Reads the entries of one map for each entity. */
  private static final class Entries<T>
      extends KeyedStateReaderFunction<String, Tuple2<String, String>> {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final TypeInformation<T> type;
    private transient MapState<String, T> state;
    private transient TypeSerializer<T> serializer;

    private Entries(String name, TypeInformation<T> type) {
      this.name = name;
      this.type = type;
    }

    @Override
    public void open(OpenContext context) {
      state = getRuntimeContext().getMapState(new MapStateDescriptor<>(name, Types.STRING, type));
      serializer = getRuntimeContext().createSerializer(type);
    }

    @Override
    public void readKey(String entity, Context context, Collector<Tuple2<String, String>> out)
        throws Exception {
      for (Map.Entry<String, T> entry : state.entries()) {
        DataOutputSerializer bytes = new DataOutputSerializer(64);
        serializer.serialize(entry.getValue(), bytes);
        out.collect(
            Tuple2.of(
                name + " " + entity + " " + entry.getKey(),
                HexFormat.of().formatHex(bytes.getCopyOfBuffer())));
      }
    }
  }
}
