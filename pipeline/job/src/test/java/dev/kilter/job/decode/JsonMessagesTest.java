package dev.kilter.job.decode;

import static dev.kilter.job.decode.Decoding.NOON;
import static dev.kilter.job.decode.Decoding.at;
import static dev.kilter.job.decode.Decoding.event;
import static dev.kilter.job.decode.Decoding.wide;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMessagesTest {
  private static final double NONE = Double.NaN;

  @Test
  void readsAWideEvent() {
    Event event =
        event(
            "{\"entity\": \"pump-17\", \"time\": \"2026-03-01T12:00:00.250Z\","
                + " \"values\": {\"temperature\": 71.2, \"vibration\": 0.41}}");
    assertThat(event.entity()).isEqualTo("pump-17");
    assertThat(event.timeMillis()).isEqualTo(1_772_366_400_250L);
    assertThat(event.values()).containsExactly(71.2, 0.41);
    assertThat(event.partition()).isEqualTo(3);
    assertThat(event.offset()).isEqualTo(41);
  }

  @Test
  void readsALongEvent() {
    Event event =
        event(
            "{\"entity\": \"pump-17\", \"time\": 1772366400250,"
                + " \"channel\": \"vibration\", \"value\": 0.41}");
    assertThat(event.timeMillis()).isEqualTo(1_772_366_400_250L);
    assertThat(event.values()).containsExactly(NONE, 0.41);
  }

  @Test
  void aChannelThatIsWideAndLongAtOnceIsThereTwice() {
    String both =
        "{\"entity\": \"p\", \"time\": 5, \"values\": {\"vibration\": 4}, \"channel\": \"vibration\"%s}";
    assertThat(Decoding.deadLetter(both.formatted(", \"value\": 9")).detail())
        .isEqualTo("vibration is there twice");
    assertThat(event(both.formatted("")).values()).containsExactly(NONE, 4);
  }

  @Test
  void theOrderOfTheFieldsDoesNotMatter() {
    Event event =
        event("{\"value\": 2, \"time\": 5, \"channel\": \"vibration\", \"entity\": \"pump-17\"}");
    assertThat(event.values()).containsExactly(NONE, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-03-01T12:00:00Z\"",
        "\"2026-03-01T13:00:00+01:00\"",
        "\"2026-03-01T06:30:00-05:30\"",
        "\"2026-03-01T12:00:00.000000Z\"",
        "1772366400000",
      })
  void readsATimeWithAZoneOrInMilliseconds(String time) {
    assertThat(event(at("\"pump-17\"", time)).timeMillis()).isEqualTo(NOON);
  }

  @Test
  void nullIsAbsent() {
    assertThat(event(wide("{\"temperature\": null, \"vibration\": 1}")).values())
        .containsExactly(NONE, 1);
    assertThat(event(wide("{\"temperature\": null}")).values()).containsExactly(NONE, NONE);
  }

  @Test
  void channelsNobodyDeclaredAreIgnored() {
    assertThat(
            event(wide("{\"humidity\": {\"deep\": [1, {}]}, \"mood\": \"x\", \"vibration\": 1}"))
                .values())
        .containsExactly(NONE, 1);
  }

  @Test
  void aValueOutOfRangeIsPassedOn() {
    assertThat(event(wide("{\"temperature\": 150.5, \"vibration\": 1}")).values())
        .containsExactly(150.5, 1);
  }

  @Test
  void anEntityMayBeAWholeNumber() {
    assertThat(event(at("17", "5")).entity()).isEqualTo("17");
  }

  @Test
  void anEntityIsTakenAsItIs() {
    assertThat(event(at("\" pümp \\u0001 \\\"😀\"", "5")).entity()).isEqualTo(" pümp \u0001 \"😀");
  }

  @Test
  void anHourAheadIsNotTooFar() {
    assertThat(event(at("\"pump-17\"", Long.toString(NOON + 3_600_000))).timeMillis())
        .isEqualTo(NOON + 3_600_000);
  }

  @Test
  void aRecordWithoutKafkaTimestampCannotBeTooFarAhead() {
    byte[] value = at("\"pump-17\"", "\"2100-01-01T00:00:00Z\"").getBytes(UTF_8);
    assertThat(
            Decoding.decoder(Decoding.standard()).decode(Decoding.POSITION, -1, null, value).get(0))
        .isInstanceOf(Event.class);
  }
}
