package dev.kilter.tools.demo;

import static dev.kilter.tools.demo.Examples.alertJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.messages.AlertMessage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentLogTest {
  private final IncidentLog log = new IncidentLog();

  @Test
  void keepsTheChannelsOfTheOpeningAndTheTimeOfTheClose() {
    boolean opened = log.accept(alert("open", 1));
    boolean closed = log.accept(alert("closed", 2));

    assertThat(opened && closed).isTrue();
    assertThat(log.openings())
        .containsExactly(
            new Opening(
                "pump-07",
                Instant.parse("2026-03-01T12:00:10Z").toEpochMilli(),
                Instant.parse("2026-03-01T12:40:10Z").toEpochMilli(),
                List.of("vibration", "bearing-temperature", "flow")));
  }

  @Test
  void whatComesBackIsOpenAgain() {
    log.accept(alert("open", 1));
    log.accept(alert("closed", 2));
    log.accept(alert("open", 3));

    assertThat(log.openings())
        .singleElement()
        .extracting(Opening::closedMillis)
        .isEqualTo(Opening.STILL_OPEN);
  }

  @Test
  void dropsWhatItHasSeen() {
    boolean first = log.accept(alert("open", 1));
    boolean again = log.accept(alert("open", 1));

    assertThat(first).isTrue();
    assertThat(again).isFalse();
    assertThat(log.openings()).hasSize(1);
  }

  private static AlertMessage alert(String status, int revision) {
    return Examples.alert(alertJson(status, revision));
  }
}
