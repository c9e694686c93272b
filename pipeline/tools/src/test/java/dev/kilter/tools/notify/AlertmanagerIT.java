package dev.kilter.tools.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilter.tools.embedded.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What a real Alertmanager makes of the alerts of a real broker. */
class AlertmanagerIT {
  private static EmbeddedBroker broker;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void anIncidentFiresGoesOnGetsWorseAndIsResolved(TestInfo test) throws Exception {
    AlertsTopic topic = topic(test);
    try (AlertmanagerProcess alertmanager = AlertmanagerProcess.start(folder)) {
      BackgroundRun run =
          BackgroundRun.start(
              topic.notifying(
                  "--alertmanager",
                  alertmanager.address(),
                  "--from",
                  "earliest",
                  "--resend-every",
                  "100ms"));
      topic.write("5b1f", 1, "open", "minor");
      JsonNode opened = alertmanager.await(alerts -> is(alerts, "minor")).get(0);
      assertThat(opened.at("/labels/incident").asText()).isEqualTo("5b1f");
      assertThat(opened.at("/labels/entity").asText()).isEqualTo("pump-17");
      assertThat(opened.at("/annotations/summary").asText()).contains("vibration");
      assertThat(time(opened, "startsAt")).isEqualTo("2026-03-01T12:00:07Z");

      alertmanager.await(alerts -> is(alerts, "minor") && endsLater(alerts.get(0), opened));
      topic.write("5b1f", 2, "open", "major");
      alertmanager.await(alerts -> is(alerts, "major"));
      topic.write("5b1f", 3, "closed", "major");
      alertmanager.await(JsonNode::isEmpty);
      topic.write("5b1f", 4, "open", "major");
      alertmanager.await(alerts -> is(alerts, "major"));
      assertThat(run.stop()).isZero();
    }
  }

  @Test
  void anAlertmanagerThatHasForgottenIsToldOfWhatIsOpenByTheNextRun(TestInfo test)
      throws Exception {
    AlertsTopic topic = topic(test);
    topic.write("open", 1, "open", "minor");
    topic.write("closed", 1, "open", "minor");
    topic.write("closed", 2, "closed", "minor");
    for (String each : new String[] {"first", "second"}) {
      Path own = Files.createDirectory(folder.resolve(each));
      try (AlertmanagerProcess alertmanager = AlertmanagerProcess.start(own)) {
        assertThat(
                topic
                    .notifying(
                        "--alertmanager", alertmanager.address(), "--from", "earliest", "--once")
                    .call())
            .isZero();
        JsonNode alerts = alertmanager.await(found -> is(found, "minor"));
        assertThat(alerts.at("/0/labels/incident").asText()).isEqualTo("open");
      }
    }
  }

  private AlertsTopic topic(TestInfo test) throws Exception {
    return AlertsTopic.create(broker, test.getTestMethod().orElseThrow().getName(), folder);
  }

  private static boolean is(JsonNode alerts, String severity) {
    return alerts.size() == 1 && alerts.at("/0/labels/severity").asText().equals(severity);
  }

  private static boolean endsLater(JsonNode alert, JsonNode before) {
    return time(alert, "endsAt").isAfter(time(before, "endsAt"));
  }

  private static OffsetDateTime time(JsonNode alert, String field) {
    return OffsetDateTime.parse(alert.path(field).asText());
  }
}
