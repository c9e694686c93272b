package dev.kilter.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.TestPipelines;
import dev.kilter.job.config.PipelineConfig;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ends of a pipeline in Kafka. */
class KafkaEndpointsTest {

  @ParameterizedTest
  @ValueSource(strings = {"at-least-once", "exactly-once"})
  void whateverIsPromisedARecordThatIsRefusedDoesNotEndTheTaskManager(String delivery) {
    PipelineConfig config =
        TestPipelines.read("two-channels.yaml", Map.of("DELIVERY", delivery)).config();
    KafkaEndpoints kafka = new KafkaEndpoints(config, new TopicFacts(1 << 20, 2));
    assertThat(kafka.alerts()).isInstanceOf(WatchedSink.class);
    assertThat(kafka.deadLetters()).isInstanceOf(WatchedSink.class);
  }
}
