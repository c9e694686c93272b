package dev.kilter.job.decode;

import static dev.kilter.job.decode.Decoding.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetterReason;
import dev.kilter.job.config.EventEncoding;
import dev.kilter.job.config.EventFields;
import dev.kilter.job.config.EventFormat;
import dev.kilter.job.config.TimeNotation;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as the pipeline file says they are written. */
class EventTimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "epoch-seconds, 1772366400",
    "epoch-seconds, 1772366400.0",
    "epoch-seconds, '\"1772366400\"'",
    "epoch-seconds, '\"1772366400.0\"'",
    "epoch-millis, 1772366400000",
    "epoch-millis, 1.7723664e12",
    "epoch-micros, 1772366400000999",
    "epoch-nanos, 1772366400000999999",
    "ISO, '\"2026-03-01T12:00:00Z\"'",
    "ISO, '\"2026-03-01 13:00:00+01:00\"'",
    "ISO, '\"2026-03-01T13:00:00\"'",
    "ISO, '\"2026-03-01 13:00\"'",
    ", '\"2026-03-01 13:00:00.000\"'",
    ", 1772366400000",
    "dd.MM.yyyy HH:mm, '\"01.03.2026 13:00\"'",
    "yyyyMMddHHmmssX, '\"20260301120000Z\"'",
    "dd.MM.yy HH:mm, '\"01.03.26 13:00\"'",
  })
  void everyNotationComesToTheSameInstant(String format, String time) {
    EventFormat events = format(new TimeNotation(format, BERLIN));
    assertThat(Decoding.events(events, Decoding.at("\"p\"", time)).get(0).timeMillis())
        .isEqualTo(NOON);
  }

  @ParameterizedTest
  @CsvSource({
    "epoch-seconds, '\"2026-03-01T12:00:00Z\"'",
    "epoch-seconds, 9223372036854775807",
    "epoch-millis, true",
    "ISO, 1772366400000",
    "ISO, '\"1772366400000\"'",
    "dd.MM.yyyy HH:mm, '\"2026-03-01T12:00:00Z\"'",
    "dd.MM.yyyy HH:mm, '\"31.02.2026 13:00\"'",
    "dd.MM.yyyy HH:mm, 1772366400000",
  })
  void anotherNotationIsNoTime(String format, String time) {
    EventFormat events = format(new TimeNotation(format, BERLIN));
    assertThat(Decoding.deadLetter(events, Decoding.at("\"p\"", time)).reason())
        .isEqualTo(DeadLetterReason.NO_TIME);
  }

  @Test
  void secondsWhereMillisecondsBelongAreNoTime() {
    String seconds = Decoding.at("\"p\"", "1772366399");
    assertThat(Decoding.deadLetter(format(TimeNotation.standard()), seconds).detail())
        .isEqualTo(
            "the time 1772366399, as milliseconds 1970-01-21T12:19:26.399Z, seems to be in seconds;"
                + " fields.time-format: epoch-seconds reads it so");
    assertThat(Decoding.events(format(new TimeNotation("epoch-millis", null)), seconds)).hasSize(1);
  }

  @Test
  void whatIsWrongSaysWhatWouldBeRight() {
    String at = Decoding.at("\"p\"", "\"1.3.26\"");
    assertThat(
            Decoding.deadLetter(format(new TimeNotation("dd.MM.yyyy HH:mm", BERLIN)), at).detail())
        .isEqualTo("the time \"1.3.26\" is not written as dd.MM.yyyy HH:mm");
    assertThat(Decoding.deadLetter(format(TimeNotation.standard()), at).detail())
        .isEqualTo(
            "the time \"1.3.26\" is neither ISO 8601 with a zone nor a whole number of milliseconds"
                + " since 1970");
    String local = Decoding.at("\"p\"", "\"2026-03-01T12:00:00\"");
    assertThat(Decoding.deadLetter(format(TimeNotation.standard()), local).detail())
        .isEqualTo(
            "the time \"2026-03-01T12:00:00\" names no zone, and fields.time-zone is not given");
  }

  private static EventFormat format(TimeNotation time) {
    return Decoding.with(new EventEncoding.Json(), EventFields.standard(), time);
  }
}
