package dev.kilter.tools.pipeline;

import static dev.kilter.tools.pipeline.HotPumps.isHot;
import static dev.kilter.tools.pipeline.RecordTexts.header;
import static dev.kilter.tools.pipeline.RecordTexts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.tools.embedded.EmbeddedBroker;
import dev.kilter.tools.embedded.EmbeddedFlink;
import dev.kilter.tools.embedded.FlinkOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline on a real broker while people tell it things: four pumps, hot once a minute. */
class ControlledPipelineIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PUMPS = HotPumps.COUNT;
  private static final int MINUTE = 60;
  private static final int HELD_BACK_SECONDS = 4;
  private static final int ALERTS_OF_AN_INCIDENT = 3;

  /** Over three incidents in each of the two minutes; one with a raised threshold never worsens. */
  private static final int ALERTS = 6 * ALERTS_OF_AN_INCIDENT - 1;

  private static EmbeddedBroker broker;

  @TempDir private Path folder;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void silencesAndVerdictsAreHeardAndOutliveASavepointAndAnotherParallelism() throws Exception {
    PipelineTopics topics = topics("controlled", folder);
    sayThatPumpOneIsSilent(topics);

    String savepoint;
    try (EmbeddedFlink flink = start(topics, 1, null)) {
      awaitHearing(topics);
      topics.write(minute(topics, 0));
      topics.read("scores", PUMPS * (MINUTE - HELD_BACK_SECONDS));
      JsonNode first = alerts(topics, 3 * ALERTS_OF_AN_INCIDENT, "pump-0").get(0);

      say(topics, verdict(first.get("incident").textValue()));
      say(topics, verdict("5b1f"));
      JsonNode outcome = json(topics.read("feedback", 1).get(0));
      assertThat(outcome.get("changed").textValue()).isEqualTo("threshold");
      assertThat(outcome.get("incident")).isEqualTo(first.get("incident"));
      assertThat(reason(topics.read("dead-letters", 2).get(1))).isEqualTo("unknown-incident");
      savepoint = flink.stopWithSavepoint(folder.resolve("savepoints").toUri().toString());
    }

    topics.write(minute(topics, 1));
    try (EmbeddedFlink flink = start(topics, 2, savepoint)) {
      topics.read("scores", PUMPS * (2 * MINUTE - HELD_BACK_SECONDS));
      flink.check();

      assertThat(alerts(topics, ALERTS, "pump-1")).isEmpty();
      assertThat(lastThreshold(topics, "pump-0"))
          .isCloseTo(1.25 * lastThreshold(topics, "pump-2"), within(1e-4));
    }
  }

  @Test
  void aPipelineThatHasRunWithoutGoesOnWithAControlTopic() throws Exception {
    PipelineTopics topics = topics("late", folder);
    String savepoint;
    topics.write(minute(topics, 0));
    try (EmbeddedFlink flink = start("not-yet-controlled.yaml", topics, 1, null)) {
      topics.read("scores", PUMPS * (MINUTE - HELD_BACK_SECONDS));
      savepoint = flink.stopWithSavepoint(folder.resolve("savepoints").toUri().toString());
    }

    sayThatPumpOneIsSilent(topics);
    try (EmbeddedFlink flink = start(topics, 1, savepoint)) {
      awaitHearing(topics);
      topics.write(minute(topics, 1));
      topics.read("scores", PUMPS * (2 * MINUTE - HELD_BACK_SECONDS));
      flink.check();

      assertThat(alerts(topics, 7 * ALERTS_OF_AN_INCIDENT, "pump-1"))
          .hasSize(ALERTS_OF_AN_INCIDENT);
    }
  }

  private static PipelineTopics topics(String prefix, Path folder) {
    PipelineTopics topics = PipelineTopics.create(broker, prefix, folder);
    broker.createTopic(prefix + "-control", 1, Map.of());
    broker.createTopic(prefix + "-feedback", 1, Map.of());
    return topics;
  }

  /** A silence, and behind it something that is refused: so it shows when both are heard. */
  private static void sayThatPumpOneIsSilent(PipelineTopics topics) throws Exception {
    say(
        topics,
        "{\"control\": \"silence\", \"id\": \"s-1\", \"entities\": \"pump-1\", \"reason\": \"seal\","
            + " \"by\": \"ana\", \"from\": \"1970-01-01T00:00:00Z\","
            + " \"until\": \"2190-01-01T00:00:00Z\"}");
    say(topics, "{\"control\": \"end-silence\", \"id\": \"nobody's\"}");
  }

  private static void awaitHearing(PipelineTopics topics) {
    assertThat(reason(topics.read("dead-letters", 1).get(0))).isEqualTo("not-a-control-message");
  }

  private static double lastThreshold(PipelineTopics topics, String entity) throws Exception {
    List<JsonNode> alerts = alerts(topics, ALERTS, entity);
    return alerts.get(alerts.size() - 1).get("threshold").doubleValue();
  }

  /** Those of one entity among so many. */
  private static List<JsonNode> alerts(PipelineTopics topics, int count, String entity)
      throws Exception {
    List<JsonNode> alerts = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : topics.read("alerts", count)) {
      JsonNode alert = json(record);
      if (alert.get("entity").textValue().equals(entity)) {
        alerts.add(alert);
      }
    }
    return alerts;
  }

  private static String verdict(String incident) {
    return "{\"control\": \"feedback\", \"incident\": \""
        + incident
        + "\", \"entity\": \"pump-0\", \"detector\": \"pumps\", \"verdict\": \"false-alarm\","
        + " \"by\": \"ana\", \"from\": \"1970-01-01T00:00:50Z\"}";
  }

  private static List<ProducerRecord<byte[], byte[]>> minute(PipelineTopics topics, int number) {
    List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
    for (int second = 0; second < MINUTE; second++) {
      for (int pump = 0; pump < PUMPS; pump++) {
        events.add(topics.event(pump, number * MINUTE + second, isHot(pump, second) ? 9 : 0.5));
      }
    }
    return events;
  }

  private static void say(PipelineTopics topics, String message) throws Exception {
    topics.write(
        List.of(
            new ProducerRecord<>(
                topics.prefix() + "-control", message.getBytes(StandardCharsets.UTF_8))));
  }

  private static String reason(ConsumerRecord<byte[], byte[]> letter) {
    return header(letter.headers(), "kilter-reason");
  }

  private static JsonNode json(ConsumerRecord<byte[], byte[]> record) throws Exception {
    return JSON.readTree(text(record.value()));
  }

  private static EmbeddedFlink start(PipelineTopics topics, int parallelism, String restore)
      throws Exception {
    return start("controlled.yaml", topics, parallelism, restore);
  }

  private static EmbeddedFlink start(
      String file, PipelineTopics topics, int parallelism, String restore) throws Exception {
    Path scratch = Files.createDirectories(topics.checkpoints().resolve("flink"));
    return EmbeddedFlink.start(
        topics.config(file), new FlinkOptions(parallelism, scratch, 0, restore));
  }
}
