package dev.kilter.tools.demo;

import static dev.kilter.tools.demo.Examples.alertJson;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlertLineTest {

  @Test
  void saysWhenWhoHowBadWhatIsOffAndByHowMuch() {
    String line = line("open", 1, false);

    assertThat(line)
        .isEqualTo(
            "03-01 12:40:10  pump-07   MAJOR     opened  vibration 4.90 mm/s, expected 2.10 (part"
                + " 62 %); bearing-temperature 61.0 Cel, expected absent (part 30 %)");
  }

  @Test
  void callsALaterRevisionWorse() {
    assertThat(line("open", 2, false)).contains("  worse   vibration");
  }

  @Test
  void saysHowLongTroubleLastedOnceItIsOver() {
    assertThat(line("closed", 3, false))
        .endsWith("closed  after 40 min, at its worst 2.75 times the threshold");
  }

  @Test
  void saysFirstWhatItMostProbablyIs() {
    assertThat(of(classified(alertJson("open", 1)), false))
        .contains("opened  leak 81 %: vibration");
    assertThat(of(classified(alertJson("closed", 3)), false))
        .contains("closed  leak 81 %: after 40 min");
  }

  private static String classified(String alert) {
    String classes =
        "\"classes\": [{\"name\": \"leak\", \"probability\": 0.8123},"
            + " {\"name\": \"normal\", \"probability\": 0.1}], ";
    return alert.replace("\"channels\"", classes + "\"channels\"");
  }

  @Test
  void coloursTheSeverityOnlyWhenTold() {
    assertThat(line("open", 1, true)).contains("\u001b[35m");
    assertThat(line("open", 1, false)).doesNotContain("\u001b");
  }

  private static String line(String status, int revision, boolean colour) {
    return of(alertJson(status, revision), colour);
  }

  private static String of(String alert, boolean colour) {
    return new AlertLine(colour).of(Examples.alert(alert));
  }
}
