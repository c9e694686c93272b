package dev.kilter.job.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputViewStreamWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How serializers get their bytes out, and who may use one. */
class VersionedSerializerTest {
  static List<TypeInformation<?>> versioned() {
    return KilterTypes.all().stream().filter(type -> type instanceof VersionedType<?>).toList();
  }

  @ParameterizedTest
  @MethodSource("versioned")
  void whoeverAsksForASerializerGetsOneOfTheirOwn(TypeInformation<?> type) {
    TypeSerializer<?> serializer = type.createSerializer(new SerializerConfigImpl());

    assertThat(type.createSerializer(new SerializerConfigImpl())).isNotSameAs(serializer);
    assertThat(serializer.duplicate()).isNotSameAs(serializer).isEqualTo(serializer);
  }

  @Test
  void eachValueIsWrittenToAFileAtOnce() throws IOException {
    Reading reading = new Reading(1_000, new double[] {1.5, Double.NaN, -3}, 2, 7, 0);
    ReadingSerializer serializer = new ReadingSerializer();
    DataOutputSerializer inMemory = new DataOutputSerializer(16);
    Writes writes = new Writes();
    DataOutputViewStreamWrapper file = new DataOutputViewStreamWrapper(writes);

    for (int number = 0; number < 3; number++) {
      serializer.serialize(reading, file);
      serializer.serialize(reading, inMemory);
    }

    assertThat(writes.sizes).hasSize(3);
    assertThat(writes.bytes).isEqualTo(asList(inMemory.getCopyOfBuffer()));
  }

  private static List<Byte> asList(byte[] bytes) {
    List<Byte> list = new ArrayList<>();
    for (byte each : bytes) {
      list.add(each);
    }
    return list;
  }

  /** A file that writes down how it is written. */
  private static final class Writes extends OutputStream {
    private final List<Integer> sizes = new ArrayList<>();
    private final List<Byte> bytes = new ArrayList<>();

    @Override
    public void write(int single) {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      sizes.add(length);
      for (int at = offset; at < offset + length; at++) {
        bytes.add(from[at]);
      }
    }
  }
}
