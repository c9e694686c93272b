package dev.kilter.rig.trial;

import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/**
 * Reads the entries of one map for each entity: what each is of, and its bytes as a text.
 *
 * @param <K> by what the entries are found
 * @param <T> what they are
 */
final class KeptMap<K, T> extends KeyedStateReaderFunction<String, Tuple2<String, String>> {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final TypeInformation<K> keys;
  private final TypeInformation<T> type;
  private transient MapState<K, T> state;
  private transient TypeSerializer<T> serializer;

  KeptMap(String name, TypeInformation<K> keys, TypeInformation<T> type) {
    this.name = name;
    this.keys = keys;
    this.type = type;
  }

  @Override
  public void open(OpenContext context) {
    state = getRuntimeContext().getMapState(new MapStateDescriptor<>(name, keys, type));
    serializer = getRuntimeContext().createSerializer(type);
  }

  @Override
  public void readKey(String entity, Context context, Collector<Tuple2<String, String>> out)
      throws Exception {
    out.collect(Kept.NOTHING);
    for (Map.Entry<K, T> entry : state.entries()) {
      out.collect(
          Kept.of(name + " " + entity + " " + entry.getKey(), entry.getValue(), serializer));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
