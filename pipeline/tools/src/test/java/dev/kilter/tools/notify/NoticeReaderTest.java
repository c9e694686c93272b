package dev.kilter.tools.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeReaderTest {
  private static final String ALERT = Notices.json("5b1f", 2, "open", "major");

  @Test
  void anAlertIsKnownByItsIncidentAndRevision() {
    Notice notice = Notices.notice(ALERT);

    assertThat(notice.eventId()).isEqualTo("5b1f/2");
    assertThat(notice.isGroup()).isFalse();
    assertThat(notice.leadingChannel()).isEqualTo("vibration");
  }

  @Test
  void theIdentifierIsThatOfTheRecordWhereItTellsOne() {
    var record = Notices.record(0, ALERT);
    record.headers().add("ce_id", "own".getBytes(UTF_8));

    assertThat(Notices.notice(record).eventId()).isEqualTo("own");
  }

  @Test
  void aMessageAboutAGroupIsKnownByTheGroup() {
    Notice notice = Notices.notice(Notices.group("g7", "pumps", "pump-1"));

    assertThat(notice.eventId()).isEqualTo("g7/1");
    assertThat(notice.isGroup()).isTrue();
    assertThat(notice.leadingChannel()).isEqualTo("vibration");
  }

  @Test
  void whatHasNoValueIsNoAlert() {
    assertThat(problem(null)).isEqualTo("null-value: it has no value");
    assertThat(problem("")).isEqualTo("empty: its value is empty");
  }

  @Test
  void whatIsNoJsonIsNoAlert() {
    assertThat(problem("rubbish")).startsWith("not-json: it is no JSON: ");
    assertThat(problem(ALERT + " {}")).startsWith("not-json: it is no JSON: ");
    assertThat(problem(ALERT.substring(0, 50))).startsWith("not-json: it is no JSON: ");
  }

  @Test
  void whatIsNoObjectIsNoAlert() {
    assertThat(problem("[]")).isEqualTo("not-an-alert: it is no JSON object");
    assertThat(problem(" ")).isEqualTo("not-an-alert: it is no JSON object");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "\"5b1f\" | 7 | \"incident\" must be a text that is not empty, not 7.",
        "\"5b1f\" | \"\" | \"incident\" must be a text that is not empty, not \"\".",
        "\"status\" | \"x\" | \"status\" is missing; it must be a text.",
        "\"severity\" | \"x\" | \"severity\" is missing; it must be a text.",
        "\"detector\" | \"x\" | \"detector\" is missing; it must be a text.",
        "\"entity\" | \"x\" | \"entity\" is missing; it must be a text.",
        "\"revision\":2 | \"revision\":0 | \"revision\" must be a whole number of 1 or more, not 0.",
        "\"revision\":2 | \"revision\":1.5 | \"revision\" must be a whole number of 1 or more, not"
            + " 1.5.",
        "2026-03-01T12:00:07Z | noon | \"opened\" must be an instant such as"
            + " \"2026-03-01T12:00:00Z\", not \"noon\".",
        "\"time\" | \"x\" | \"time\" is missing; it must be an instant",
      })
  void whatAnAlertMustHaveIsNamedWhereItIsMissing(String part, String instead, String problem) {
    assertThat(problem(ALERT.replace(part, instead)))
        .startsWith("not-an-alert: alerts-0@0:")
        .contains(problem);
  }

  @Test
  void whatWasBefore1970IsNoAlert() {
    assertThat(problem(ALERT.replace("\"time\":\"2026", "\"time\":\"1926")))
        .isEqualTo("not-an-alert: its times are before 1970");
  }

  @Test
  void aNumberThatIsNoneIsNoAlert() {
    assertThat(problem(ALERT.replace("9.4", "\"high\"")))
        .contains("\"score\" must be a number, not \"high\".");
  }

  private static String problem(String value) {
    Unreadable unreadable = (Unreadable) NoticeReader.read(Notices.record(0, value));
    return unreadable.reason().label() + ": " + unreadable.detail();
  }
}
