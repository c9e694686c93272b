package dev.kilter.job.control;

import static dev.kilter.job.control.ControlTexts.END;
import static dev.kilter.job.control.ControlTexts.FEEDBACK;
import static dev.kilter.job.control.ControlTexts.NOON;
import static dev.kilter.job.control.ControlTexts.READER;
import static dev.kilter.job.control.ControlTexts.SILENCE;
import static dev.kilter.job.control.ControlTexts.without;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kilter.event.DeadLetterReason;
import dev.kilter.job.decode.Rejection;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no control message, and in which words that is said. */
class RefusedControlTest {

  @ParameterizedTest
  @ValueSource(strings = {"control", "id", "entities", "reason", "by"})
  void aSilenceMustHaveEachOfThese(String key) {
    assertThat(problem(without(key, SILENCE))).isEqualTo(key + " is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"control", "incident", "entity", "detector", "verdict", "by"})
  void feedbackMustHaveEachOfThese(String key) {
    assertThat(problem(without(key, FEEDBACK))).isEqualTo(key + " is missing");
  }

  @Test
  void anEndMustNameItsSilence() {
    assertThat(problem(without("id", END))).isEqualTo("id is missing");
  }

  @Test
  void aPatternIsNoLongerThanNamesAre() {
    assertThat(problem(SILENCE.replace("pump-1*", "?".repeat(30_000))))
        .isEqualTo("entities is of 30000 characters; it must be at most 1000, as names are");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"silence\" | \"hush\" | control is \"hush\"; it must be silence, end-silence or feedback",
        "\"s-1\" | 7 | id is \"7\"; it must be a text",
        "\"s-1\" | true | id is \"true\"; it must be a text",
        "\"s-1\" | [] | id is an empty list; it must be a text",
        "\"s-1\" | {} | id is an object; it must be a text",
        "\"s-1\" | \" \" | id is \" \"; it must be something other than blanks",
        "\"pump-1*\" | \"\" | entities is \"\"; it must be something other than blanks",
        "[\"pumps\"] | \"pumps\" |"
            + " detectors is \"pumps\"; it must be left out, or a list of at least one text",
        "[\"pumps\"] | [] |"
            + " detectors is an empty list; it must be left out, or a list of at least one text",
        "[\"pumps\"] | [\"pumps\", 5] | detectors[1] is \"5\"; it must be a text",
        "[\"pumps\"] | [\"fans\", \"motors\"] |"
            + " detectors[1] is \"motors\"; it must be one of the pipeline's, [fans, pumps]",
        "\"2026-12-01T13:00:00Z\" | \"now\" | from is \"now\"; it must be a time from 1970 to 2199"
            + " with its offset, such as 2026-11-01T02:00:00Z",
        "\"2026-12-01T13:00:00Z\" | \"2026-12-01T13:00:00\" | from is \"2026-12-01T13:00:00\"; it must"
            + " be a time from 1970 to 2199 with its offset, such as 2026-11-01T02:00:00Z",
        "\"2026-12-01T13:00:00Z\" | 1772366400250 | from is \"1772366400250\"; it must be a text",
        "2026-12-01T17:00:00+01:00 | 2200-01-01T00:00:00Z | until is \"2200-01-01T00:00:00Z\"; it must"
            + " be a time from 1970 to 2199 with its offset, such as 2026-11-01T02:00:00Z",
        "2026-12-01T17:00:00+01:00 | 2026-12-01T14:00:00+01:00 | until is 2026-12-01T13:00:00Z; it must"
            + " be after it begins, 2026-12-01T13:00:00Z",
        "2026-12-01T17:00:00+01:00 | 2026-12-01T12:59:59Z | until is 2026-12-01T12:59:59Z; it must"
            + " be after it begins, 2026-12-01T13:00:00Z",
      })
  void aSilenceThatCannotBeIsRefused(String right, String wrong, String problem) {
    assertThat(problem(SILENCE.replace(right, wrong))).isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"until\": \"2026-12-01T17:00:00+01:00\", | |"
            + " until is missing, and so is for: one of them must say when it ends",
        "\"until\": | \"for\": \"2h\", \"until\": |"
            + " until and for are both there: one of them must be left out",
        "\"until\": \"2026-12-01T17:00:00+01:00\" | \"for\": \"-2h\" |"
            + " for is \"-2h\"; it must be a duration such as 500ms, 5s, 10m or 2h",
        "\"until\": \"2026-12-01T17:00:00+01:00\" | \"for\": \"0s\" |"
            + " for is \"0s\"; it must be longer than nothing",
      })
  void howLongItLastsIsSaidInOneWay(String right, String wrong, String problem) {
    assertThat(problem(SILENCE.replace(right, wrong == null ? "" : wrong))).isEqualTo(problem);
  }

  @Test
  void aSilenceThatIsOverWhenItIsSaidIsRefused() {
    String past = SILENCE.replace("T13:00:00Z", "T09:00:00Z");
    assertThat(problem(past.replace("T17:00:00+01:00", "T12:00:00Z")))
        .isEqualTo(
            "until is 2026-12-01T12:00:00Z; it must be after the record's Kafka timestamp,"
                + " 2026-12-01T12:00:00Z");
    assertThat(problem(without("until", past).replace("}", ", \"for\": \"3h\"}")))
        .isEqualTo(
            "for is \"3h\"; it must be longer: from 2026-12-01T09:00:00Z on it is over at the"
                + " record's Kafka timestamp, 2026-12-01T12:00:00Z");
  }

  @Test
  void feedbackThatCannotBeIsRefused() {
    assertThat(problem(FEEDBACK.replace("false-alarm", "fine")))
        .isEqualTo(
            "verdict is \"fine\"; it must be confirmed, expected, false-alarm or new-normal");
    assertThat(problem(FEEDBACK.replace("\"pumps\"", "\"motors\"")))
        .isEqualTo("detector is \"motors\"; it must be one of the pipeline's, [fans, pumps]");
    assertThat(problem(FEEDBACK.replace("\"cleaning\"", "5")))
        .isEqualTo("note is \"5\"; it must be a text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"opened\": \"2026-12-01T09:00:00Z\", | |"
            + " opened is missing, and until is there: give both of them or neither",
        ", \"until\": \"2026-12-01T10:00:00Z\" | |"
            + " until is missing, and opened is there: give both of them or neither",
        "T10:00:00Z | T08:59:59Z | until is 2026-12-01T08:59:59Z;"
            + " it must be not before the incident opened, 2026-12-01T09:00:00Z",
        "T11:00:00Z | T08:59:59Z | from is 2026-12-01T08:59:59Z;"
            + " it must be not before the incident opened, 2026-12-01T09:00:00Z",
        "2026-12-01T11:00:00Z | 2026-12-02T12:00:00.001Z | from is 2026-12-02T12:00:00.001Z;"
            + " it must be at most a day after the record's Kafka timestamp, 2026-12-01T12:00:00Z",
      })
  void feedbackIsOfWhatHasBeen(String right, String wrong, String problem) {
    assertThat(problem(FEEDBACK.replace(right, wrong == null ? "" : wrong))).isEqualTo(problem);
  }

  @Test
  void whereNoClockSaysHowLateItIsTheIncidentDoes() {
    String ahead = FEEDBACK.replace("2026-12-01T11:00:00Z", "2026-12-02T10:00:00.001Z");
    assertThat(rejection(ahead.getBytes(UTF_8), -1))
        .hasMessage(
            "from is 2026-12-02T10:00:00.001Z; it must be at most a day after until,"
                + " 2026-12-01T10:00:00Z");
  }

  @Test
  void anUnknownKeyIsToldWithTheKnownOnes() {
    assertThat(problem(END.replace("}", ", \"by\": \"ana\"}")))
        .isEqualTo("unknown key \"by\"; known here are [control, id, from]");
  }

  @Test
  void withoutTimeAnywhereItIsRefused() {
    assertThat(rejection(END.getBytes(UTF_8), -1))
        .hasMessage("from is missing, and the record has no Kafka timestamp to stand in for it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | an empty list",
        "[{}] | a list",
        "7 | \"7\"",
        "null | \"null\"",
        "\"silence\" | \"silence\"",
      })
  void whatIsNoObjectIsRefused(String text, String shown) {
    assertThat(problem(text)).isEqualTo("a control message is an object, this is " + shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{}}", "{} {}", "silence", "{\"id\": 1, \"id\": 2}", "{'id': 1}", " "})
  void whatIsNoJsonIsRefused(String text) {
    Rejection rejection = rejection(text.getBytes(UTF_8), NOON);
    assertThat(rejection).hasMessageStartingWith("not JSON");
    assertThat(rejection.reason()).isEqualTo(DeadLetterReason.NOT_JSON);
  }

  @Test
  void whatIsNoJsonIsToldWithItsPlace() {
    assertThat(problem("{\"id\": silence}")).startsWith("not JSON at character ");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] bytes = END.getBytes(UTF_8);
    bytes[bytes.length - 4] = (byte) 0xFF;
    assertThat(rejection(bytes, NOON)).hasMessage("not JSON: its bytes are not UTF-8");
    assertThat(rejection(END.getBytes(UTF_16), NOON).reason()).isEqualTo(DeadLetterReason.NOT_JSON);
  }

  @Test
  void nothingIsRefused() {
    assertThat(rejection(null, NOON).reason()).isEqualTo(DeadLetterReason.NULL_VALUE);
    assertThat(rejection(new byte[0], NOON).reason()).isEqualTo(DeadLetterReason.EMPTY);
  }

  @Test
  void aMessageThatIsTooLargeIsRefused() {
    String large = SILENCE.replace("new seal", "x".repeat(ControlReader.LARGEST_BYTES));
    Rejection rejection = rejection(large.getBytes(UTF_8), NOON);
    assertThat(rejection)
        .hasMessage(large.length() + " bytes, more than the 32768 a control message may have");
    assertThat(rejection.reason()).isEqualTo(DeadLetterReason.TOO_LARGE);
  }

  @Test
  void whateverComesIsAMessageOrIsRefused() {
    Random random = new Random(5);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes =
          (switch (random.nextInt(3)) {
                case 0 -> SILENCE;
                case 1 -> END;
                default -> FEEDBACK;
              })
              .getBytes(UTF_8);
      for (int change = random.nextInt(3); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      refused += rejection(bytes, NOON) == null ? 0 : 1;
    }
    assertThat(refused).isBetween(5_000, 19_999);
  }

  private static String problem(String text) {
    Rejection rejection = rejection(text.getBytes(UTF_8), NOON);
    return rejection == null ? null : rejection.getMessage();
  }

  private static Rejection rejection(byte[] value, long timestampMillis) {
    return catchThrowableOfType(Rejection.class, () -> READER.read(value, timestampMillis));
  }
}
