package dev.kilter.job.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class CommittableFormatTest {
  private final List<PendingTransaction> found = new ArrayList<>();
  private final CommittableFormat format = new CommittableFormat(found::add);

  @Test
  void readsWhatTheConnectorWrites() throws IOException {
    SimpleVersionedSerializer<KafkaCommittable> connector = connector();
    byte[] saved =
        connector.serialize(
            new KafkaCommittable(1L << 40, (short) 300, "p-dead-letters-1-7", null));

    PendingTransaction read = format.deserialize(connector.getVersion(), saved);

    assertThat(read).isEqualTo(new PendingTransaction("p-dead-letters-1-7", 1L << 40, 300));
    assertThat(read.sink()).isEqualTo("p-dead-letters");
    assertThat(found).containsExactly(read);
  }

  @Test
  void readsNothingOfAnotherVersion() {
    assertThatThrownBy(() -> format.deserialize(2, new byte[20]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 2");
    assertThat(found).isEmpty();
  }

  private static SimpleVersionedSerializer<KafkaCommittable> connector() {
    return KafkaSink.<byte[]>builder()
        .setBootstrapServers("localhost:1")
        .setRecordSerializer((value, context, timestamp) -> new ProducerRecord<>("t", value))
        .build()
        .getCommittableSerializer();
  }
}
