package dev.kilter.rig.trial;

import java.io.Serializable;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/**
 * Reads one value for each entity: whose it is, and its bytes as a text.
 *
 * @param <T> what it is
 */
final class KeptValue<T> extends KeyedStateReaderFunction<String, Tuple2<String, String>> {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final TypeInformation<T> type;
  private final Certain<T> certain;
  private transient ValueState<T> state;
  private transient TypeSerializer<T> serializer;

  /**
   * Reads it.
   *
   * @param certain leaves out what is chance
   */
  KeptValue(String name, TypeInformation<T> type, Certain<T> certain) {
    this.name = name;
    this.type = type;
    this.certain = certain;
  }

  @Override
  public void open(OpenContext context) {
    state = getRuntimeContext().getState(new ValueStateDescriptor<>(name, type));
    serializer = getRuntimeContext().createSerializer(type);
  }

  @Override
  public void readKey(String entity, Context context, Collector<Tuple2<String, String>> out)
      throws Exception {
    out.collect(Kept.NOTHING);
    if (state.value() != null) {
      out.collect(Kept.of(name + " " + entity, certain.of(state.value()), serializer));
    }
  }

  /** What of a value is no chance. */
  @FunctionalInterface
  interface Certain<T> extends Serializable {
    T of(T value);
  }

  @Override
  public String toString() {
    return name;
  }
}
