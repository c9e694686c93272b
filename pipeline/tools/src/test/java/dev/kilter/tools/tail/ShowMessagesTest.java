package dev.kilter.tools.tail;

import static dev.kilter.tools.tail.Messages.ALERT;
import static dev.kilter.tools.tail.Messages.ALERTS;
import static dev.kilter.tools.tail.Messages.GROUP;
import static dev.kilter.tools.tail.Messages.GROUPS;
import static dev.kilter.tools.tail.Messages.HEALTH;
import static dev.kilter.tools.tail.Messages.HEALTH_NOTE;
import static dev.kilter.tools.tail.Messages.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Severity;
import dev.kilter.event.EntityPattern;
import dev.kilter.tools.messages.AlertText;
import dev.kilter.tools.messages.AvroAlert;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ShowMessagesTest {
  private final Terminal terminal = new Terminal();

  @Test
  void jsonGoesOnByteForByteButWithoutLineBreaks() {
    ShowMessages shown = json(Set.of());
    shown.accept(Messages.record(ALERTS, 0, 0, ALERT));
    shown.accept(Messages.record(HEALTH, 0, 0, HEALTH_NOTE.replace("{", "{\r\n")));
    assertThat(terminal.messages())
        .isEqualTo(ALERT + "\n" + HEALTH_NOTE.replace("{", "{  ") + "\n");
    assertThat(terminal.notes()).isEmpty();
  }

  @Test
  void anAlertInAvroIsShownAsJson() throws IOException {
    json(Set.of()).accept(Messages.record(ALERTS, 0, 0, AvroAlert.bytes()));
    assertThat(terminal.messages())
        .startsWith(
            "{\"incident\":\"5b1f\",\"revision\":1,\"status\":\"open\",\"cause\":\"opened\"")
        .endsWith("\"average\":null,\"offsets\":{}}}\n");
  }

  @Test
  void whatIsNotWantedIsNotShown() {
    ShowMessages shown = json(Set.of("closed"));
    shown.accept(Messages.record(ALERTS, 0, 0, ALERT));
    shown.accept(Messages.record(ALERTS, 1, 0, with(ALERT, "entity", "fan-1")));
    shown.accept(Messages.record(HEALTH, 0, 0, with(HEALTH_NOTE, "entity", "fan-1")));
    assertThat(terminal.messages()).isEmpty();
    assertThat(shown.summary()).isEqualTo("0 alerts, 1 incident open.");
  }

  @Test
  void whatIsNoMessageIsToldWithItsPlaceAndPassedOver() {
    ShowMessages shown = text();
    shown.accept(Messages.record(ALERTS, 17, 0, "{}"));
    shown.accept(Messages.record(ALERTS, 18, 0, "no JSON"));
    shown.accept(Messages.record(HEALTH, 3, 0, (byte[]) null));
    shown.accept(Messages.record(HEALTH, 4, 0, ALERT));
    shown.accept(Messages.record(ALERTS, 19, 0, ALERT));
    assertThat(terminal.notes().lines())
        .satisfiesExactly(
            empty -> assertThat(empty).startsWith("alerts-0@17:1: \"").contains("is missing"),
            rubbish -> assertThat(rubbish).startsWith("alerts-0@18:").contains("not JSON"),
            nothing -> assertThat(nothing).isEqualTo("health-0@3: the record has no value."),
            other -> assertThat(other).startsWith("health-0@4:1: \"health\" is missing"));
    assertThat(terminal.messages().lines()).hasSize(1);
    assertThat(shown.summary()).isEqualTo("1 alert, 1 incident open; 4 records not readable.");
  }

  @Test
  void noBytesWhateverStopIt() {
    ShowMessages shown = text();
    Random random = new Random(7);
    for (int number = 0; number < 5_000; number++) {
      byte[] bytes = random.nextBoolean() ? new byte[random.nextInt(40)] : ALERT.getBytes(UTF_8);
      for (int change = 0; change < 3 && bytes.length > 0; change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      TopicPartition partition = random.nextBoolean() ? ALERTS : HEALTH;
      shown.accept(Messages.record(partition, number, 0, bytes));
    }
    assertThat(terminal.notes()).doesNotContain("\u001b").contains("alerts-0@", "health-0@");
  }

  @Test
  void countsAlertsAndTheIncidentsThatAreOpenByTheLastWord() {
    ShowMessages shown = text();
    shown.accept(Messages.record(ALERTS, 0, 0, ALERT));
    shown.accept(Messages.record(ALERTS, 1, 0, with(ALERT, "incident", "77aa")));
    shown.accept(Messages.record(ALERTS, 2, 0, with(ALERT, "status", "closed")));
    shown.accept(Messages.record(HEALTH, 0, 0, HEALTH_NOTE));
    assertThat(shown.summary()).isEqualTo("3 alerts, 1 incident open; 1 health message.");
    shown.accept(Messages.record(ALERTS, 3, 0, with(ALERT, "status", "flapping")));
    assertThat(shown.summary()).startsWith("4 alerts, 2 incidents open;");
  }

  @Test
  void groupsAreShownAndCountedApartFromAlerts() {
    ShowMessages shown = text();
    shown.accept(Messages.record(GROUPS, 0, 0, GROUP));
    shown.accept(Messages.record(GROUPS, 1, 0, ALERT));
    assertThat(terminal.messages().lines()).singleElement().asString().endsWith("vibration leads");
    assertThat(terminal.notes()).startsWith("groups-0@1:1: \"group\" is missing");
    assertThat(shown.summary())
        .isEqualTo("0 alerts, 0 incidents open; 1 group message; 1 record not readable.");
  }

  @Test
  void aReaderThatHasGoneIsNoticed() {
    assertThat(terminal.output().isClosed()).isFalse();
    terminal.close();
    text().accept(Messages.record(ALERTS, 0, 0, ALERT));
    assertThat(terminal.output().isClosed()).isTrue();
  }

  private ShowMessages text() {
    Look look = new Look(false, Integer.MAX_VALUE);
    MessageLines lines = new MessageLines(look, new AlertText(Map.of()), 0);
    return new ShowMessages(ShowMessagesTest::kind, all(), lines, terminal.output());
  }

  private ShowMessages json(Set<String> statuses) {
    Wanted pumps =
        new Wanted(List.of(EntityPattern.of("pump-*")), Set.of(), Severity.MINOR, statuses);
    return new ShowMessages(ShowMessagesTest::kind, pumps, null, terminal.output());
  }

  private static MessageKind kind(String topic) {
    return switch (topic) {
      case "alerts" -> MessageKind.ALERT;
      case "groups" -> MessageKind.GROUP;
      default -> MessageKind.HEALTH;
    };
  }

  private static Wanted all() {
    return new Wanted(List.of(), Set.of(), Severity.MINOR, Set.of());
  }
}
