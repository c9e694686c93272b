package dev.kilter.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaReadingsTest {
  private static final Delivery DELIVERY =
      new Delivery("pump-01", 1_234, "{}".getBytes(StandardCharsets.UTF_8));

  @Test
  void keysARecordByEntityAndStampsItWithItsArrival() throws IOException {
    MockProducer<byte[], byte[]> producer = producer(true);
    new KafkaReadings("events", producer).write(DELIVERY);

    assertThat(producer.history())
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.topic()).isEqualTo("events");
              assertThat(sent.timestamp()).isEqualTo(1_234);
              assertThat(sent.key()).isEqualTo("pump-01".getBytes(StandardCharsets.UTF_8));
              assertThat(sent.value()).isEqualTo(DELIVERY.value());
            });
  }

  @Test
  void aRecordThatDidNotArriveFailsTheNextWrite() throws IOException {
    MockProducer<byte[], byte[]> producer = producer(false);
    KafkaReadings readings = new KafkaReadings("events", producer);
    readings.write(DELIVERY);
    producer.errorNext(new IllegalStateException("disk full"));

    assertThatIOException()
        .isThrownBy(() -> readings.write(DELIVERY))
        .withMessage("Writing to topic events failed: disk full");
  }

  private static MockProducer<byte[], byte[]> producer(boolean completes) {
    return new MockProducer<>(
        completes, null, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
