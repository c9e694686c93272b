package dev.kilter.tools.tail;

import static dev.kilter.tools.tail.Messages.ALERT;
import static dev.kilter.tools.tail.Messages.GROUP;
import static dev.kilter.tools.tail.Messages.HEALTH_NOTE;
import static dev.kilter.tools.tail.Messages.OLD_ALERT;
import static dev.kilter.tools.tail.Messages.alert;
import static dev.kilter.tools.tail.Messages.group;
import static dev.kilter.tools.tail.Messages.health;
import static dev.kilter.tools.tail.Messages.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.messages.AlertText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageLinesTest {
  private static final String SHOWN =
      "2026-03-01T12:40:10Z  MAJOR     worsened  pumps  pump-07    9.40 = 2.35 × 4.00 "
          + "  vibration 4.90 mm/s, expected 2.10 (part 62 %);"
          + " bearing-temperature 61.0, expected absent (part 30 %)";

  @Test
  void saysWhenHowBadWhyWhoHowHighAndWhatIsOff() {
    assertThat(plain().of(alert(ALERT))).isEqualTo(SHOWN + "  It got worse.");
  }

  @Test
  void thatTheChannelThatLeadsIsStuckStandsBeforeItsValues() {
    String ill =
        ALERT.replace(
            "\"model\":",
            "\"health\":[{\"kind\":\"flat\",\"channel\":\"flow\",\"since\":\"2026-03-01T11:58:20Z\"},"
                + "{\"kind\":\"flat\",\"channel\":\"vibration\",\"since\":\"2026-03-01T11:59:20Z\"},"
                + "{\"kind\":\"rebaselined\",\"channel\":\"vibration\","
                + "\"since\":\"2026-03-01T11:57:20Z\"}],\"model\":");

    assertThat(plain().of(alert(ill)))
        .contains("   vibration flat since 2026-03-01T11:59:20Z: vibration 4.90");
  }

  @Test
  void showsAlertsWithoutCauseAndSummaryToo() {
    assertThat(plain().of(alert(OLD_ALERT))).isEqualTo(SHOWN.replace("worsened", "updated "));
    assertThat(plain().of(alert(first(OLD_ALERT)))).contains("  opened    pumps  ");
  }

  @Test
  void saysOfAClosedOneHowLongItWasAndHowBad() {
    assertThat(plain().of(alert(with(OLD_ALERT, "status", "closed"))))
        .endsWith(
            " closed    pumps  pump-07    9.40 = 2.35 × 4.00   after 40 min, at its worst 2.75"
                + " times the threshold");
  }

  @Test
  void saysTheStatusWhereTheCauseAloneWouldMislead() {
    String flapping = with(ALERT, "status", "flapping");
    assertThat(plain().of(alert(with(flapping, "cause", "flapping"))))
        .contains("  flapping  pumps");
    assertThat(plain().of(alert(with(flapping, "cause", "reminder"))))
        .contains("  flapping: reminder  pumps");
    assertThat(plain().of(alert(with(with(ALERT, "status", "closed"), "cause", "forgotten"))))
        .contains("  closed: forgotten  pumps");
  }

  @Test
  void saysWhatStandsInTheWayOfJudging() {
    assertThat(plain().of(health(HEALTH_NOTE)))
        .isEqualTo(
            "2026-03-01T02:04:10Z  HEALTH    began            pump-01   flat                "
                + "  bearing-temperature has been 36.48 Cel");
  }

  @Test
  void saysOfAGroupHowManyIncidentsItHasAndWhat() {
    assertThat(plain().of(group(GROUP)))
        .isEqualTo(
            "2026-03-01T02:13:30Z  MAJOR     updated   pumps  group     2 incidents         "
                + "  2 entities of pumps at once: vibration leads");
    String ofTwo = GROUP.replaceFirst("\"detector\":\"pumps\"", "\"detector\":\"fans\"");
    assertThat(plain().of(group(ofTwo))).contains("  updated          group   ");
    assertThat(plain().of(group(first(GROUP)))).contains("  opened    pumps  ");
    assertThat(plain().of(group(GROUP.replaceFirst("\"open\"", "\"closed\""))))
        .contains("  closed    pumps  ");
  }

  @Test
  void saysThatItIsOfLateEvents() {
    String late = ALERT.replace("\"opened\"", "\"late\":true,\"opened\"");
    assertThat(plain().of(alert(late))).contains("× 4.00   late: vibration");
    assertThat(plain().of(alert(late.replace("true", "false")))).contains("× 4.00   vibration");
  }

  @Test
  void leavesBlankWhatIsNoNumber() {
    assertThat(plain().of(alert(ALERT.replace("9.4", "null"))))
        .contains("  pump-07" + " ".repeat(25) + "vibration");
  }

  @Test
  void coloursTheSeverityAndNothingElse() {
    MessageLines coloured = lines(new Look(true, Integer.MAX_VALUE));
    assertThat(coloured.of(alert(ALERT)))
        .isEqualTo(SHOWN.replace("MAJOR   ", "\u001b[35mMAJOR   \u001b[0m") + "  It got worse.");
    assertThat(coloured.of(alert(with(ALERT, "severity", "critical"))))
        .contains("\u001b[1;31mCRITICAL\u001b[0m");
    assertThat(coloured.of(alert(with(ALERT, "severity", "minor")))).contains("\u001b[33mMINOR");
    assertThat(coloured.of(alert(with(ALERT, "status", "closed")))).contains("\u001b[32mMAJOR");
    assertThat(coloured.of(health(HEALTH_NOTE))).contains("\u001b[36mHEALTH");
  }

  @Test
  void leavesOutTheSummaryThatDoesNotFit() {
    int wide = SHOWN.length() + "  It got worse.".length();
    assertThat(narrow(wide)).isEqualTo(SHOWN + "  It got worse.");
    assertThat(narrow(wide - 1)).isEqualTo(SHOWN);
    assertThat(narrow(SHOWN.length())).isEqualTo(SHOWN);
  }

  @Test
  void cutsWhatIsWiderThanTheTerminal() {
    assertThat(narrow(80)).hasSize(80).isEqualTo(SHOWN.substring(0, 79) + "…");
    assertThat(lines(new Look(true, 25)).of(alert(ALERT)))
        .isEqualTo("2026-03-01T12:40:10Z  \u001b[35mMA…\u001b[0m");
    assertThat(lines(new Look(true, 10)).of(alert(ALERT))).isEqualTo("2026-03-0…");
  }

  @Test
  void columnsStayAsWideAsTheWidestNameSoFar() {
    MessageLines lines = plain();
    lines.of(alert(with(ALERT, "entity", "hall-3/boiler-17")));
    assertThat(lines.of(alert(ALERT))).contains("  pump-07" + " ".repeat(12) + "9.40 =");
    lines.of(alert(with(ALERT, "entity", "x".repeat(200))));
    assertThat(lines.of(alert(ALERT))).contains("  pump-07" + " ".repeat(12) + "9.40 =");
  }

  @Test
  void givesATerminalNothingToObey() {
    String line = plain().of(alert(with(ALERT, "entity", "\\\\u001b[2J\\\\n")));
    assertThat(line).doesNotContain("\u001b").doesNotContain("\n").contains("\ufffd[2J\ufffd");
  }

  private static String first(String alert) {
    return alert.replace("\"revision\":2", "\"revision\":1");
  }

  private static String narrow(int columns) {
    return lines(new Look(false, columns)).of(alert(ALERT));
  }

  private static MessageLines plain() {
    return lines(new Look(false, Integer.MAX_VALUE));
  }

  private static MessageLines lines(Look look) {
    return new MessageLines(look, new AlertText(Map.of("vibration", "mm/s")), "pumps".length());
  }
}
