package dev.kilter.bench.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** What a store keeps comes back as it was. */
class FloatRowBytesTest {
  private final Serde<float[][]> serde = FloatRowBytes.serde();

  @Test
  void readsTheRowsThatItWrote() {
    float[][] rows = {{1, -2.5f, Float.MAX_VALUE}, {0, Float.MIN_VALUE, 3e38f}};
    byte[] bytes = serde.serializer().serialize("store", rows);
    assertThat(serde.deserializer().deserialize("store", bytes)).isDeepEqualTo(rows);
  }
}
