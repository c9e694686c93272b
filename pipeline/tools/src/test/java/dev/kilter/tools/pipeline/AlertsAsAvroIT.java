package dev.kilter.tools.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.embedded.EmbeddedBroker;
import dev.kilter.tools.embedded.EmbeddedFlink;
import dev.kilter.tools.embedded.FlinkOptions;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline that wants its alerts in Avro, on a real broker and a real Flink runtime. */
class AlertsAsAvroIT {
  private static final Path SCHEMA =
      Path.of("../job/src/main/resources/dev/kilter/job/kafka/alert.avsc");
  private static final int SECONDS = 40;

  @TempDir private Path folder;

  @Test
  void alertsComeInAvroWhichAReaderWithTheSchemaFileReads() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      PipelineTopics topics = PipelineTopics.create(broker, "avro", folder.resolve("checkpoints"));
      topics.write(events(topics));
      PipelineConfig config = topics.config("two-channels.yaml", Map.of("ALERTS_FORMAT", "avro"));
      FlinkOptions options =
          FlinkOptions.fresh(1, Files.createDirectories(folder.resolve("flink")));

      try (EmbeddedFlink flink = EmbeddedFlink.start(config, options)) {
        CloudEvent event = cloudEvent(topics.read("alerts", 1).get(0));
        flink.check();

        assertThat(event.getDataContentType()).isEqualTo("application/avro");
        GenericRecord alert = read(event.getData().toBytes());
        assertThat(alert.get("incident") + "/" + alert.get("revision")).isEqualTo(event.getId());
        assertThat(alert.get("entity")).hasToString("pump-0");
        assertThat(alert.get("status")).hasToString("open");
        assertThat(alert.get("time")).isEqualTo(event.getTime().toInstant().toEpochMilli());
      }
    }
  }

  /** One pump, hot for 12 s. */
  private static List<ProducerRecord<byte[], byte[]>> events(PipelineTopics topics) {
    List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      boolean hot = second >= 14 && second < 26;
      events.add(topics.event(0, second, hot ? 9 : 0.5));
      events.add(topics.event(1, second, 0.5));
    }
    return events;
  }

  private static CloudEvent cloudEvent(ConsumerRecord<byte[], byte[]> record) {
    try (CloudEventDeserializer library = new CloudEventDeserializer()) {
      return library.deserialize(record.topic(), record.headers(), record.value());
    }
  }

  private static GenericRecord read(byte[] value) throws Exception {
    Schema schema = new Schema.Parser().parse(SCHEMA.toFile());
    return new BinaryMessageDecoder<GenericRecord>(GenericData.get(), schema).decode(value);
  }
}
