package dev.kilter.job.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownNamesTest {
  private final KnownNames names = new KnownNames();

  @ParameterizedTest
  @ValueSource(strings = {"", "pump-17", "pümp", "a\u0000b", "😀", "\uD83D", "\u0100\uFFFF"})
  void aNameIsReadAsWrittenHoweverOften(String name) throws IOException {
    assertThat(read(name)).isEqualTo(name);
    assertThat(read(name)).isEqualTo(name);
  }

  @Test
  void aNameThatComesAgainIsTheSameObject() throws IOException {
    assertThat(read("pump-17")).isSameAs(read("pump-17"));
  }

  @Test
  void namesOfTheSameHashAreToldApart() throws IOException {
    assertThat("pump-BB").hasSameHashCodeAs("pump-Aa");
    for (int round = 0; round < 3; round++) {
      assertThat(read("pump-Aa")).isEqualTo("pump-Aa");
      assertThat(read("pump-BB")).isEqualTo("pump-BB");
    }
  }

  /** More than there are places for, and many that differ in a letter. */
  @Test
  void namesInAnyOrderAreReadAsWritten() throws IOException {
    Random random = new Random(17);
    for (int i = 0; i < 100_000; i++) {
      String name =
          random
              .ints(random.nextInt(4), 'A', 'g')
              .mapToObj(letter -> letter == 'f' ? "ö" : Character.toString(letter))
              .collect(Collectors.joining());
      assertThat(read(name)).isEqualTo(name);
    }
  }

  private String read(String name) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeUTF(name);
    out.writeUTF("behind it");
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    String read = names.read(in);
    assertThat(in.readUTF()).isEqualTo("behind it");
    return read;
  }
}
