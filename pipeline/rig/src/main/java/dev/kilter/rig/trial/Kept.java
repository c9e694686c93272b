package dev.kilter.rig.trial;

import java.io.IOException;
import java.util.HexFormat;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.memory.DataOutputSerializer;

/** What is read of a savepoint: what a thing is of, and its bytes as a text. */
final class Kept {
  /** Flink's reader wants something for each key. */
  static final Tuple2<String, String> NOTHING = Tuple2.of("", "");

  private static final int USUAL_BYTES = 64;

  private Kept() {}

  static <T> Tuple2<String, String> of(String what, T value, TypeSerializer<T> serializer)
      throws IOException {
    DataOutputSerializer bytes = new DataOutputSerializer(USUAL_BYTES);
    serializer.serialize(value, bytes);
    return Tuple2.of(what, HexFormat.of().formatHex(bytes.getCopyOfBuffer()));
  }
}
