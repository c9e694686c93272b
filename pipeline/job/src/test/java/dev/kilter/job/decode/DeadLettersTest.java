package dev.kilter.job.decode;

import static dev.kilter.event.DeadLetterReason.BEFORE_1970;
import static dev.kilter.event.DeadLetterReason.EMPTY;
import static dev.kilter.event.DeadLetterReason.NOT_AN_EVENT;
import static dev.kilter.event.DeadLetterReason.NOT_JSON;
import static dev.kilter.event.DeadLetterReason.NULL_VALUE;
import static dev.kilter.event.DeadLetterReason.TOO_FAR_AHEAD;
import static dev.kilter.event.DeadLetterReason.TOO_LARGE;
import static dev.kilter.job.decode.Decoding.NOON;
import static dev.kilter.job.decode.Decoding.at;
import static dev.kilter.job.decode.Decoding.deadLetter;
import static dev.kilter.job.decode.Decoding.wide;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.config.ChannelConfig;
import dev.kilter.job.config.EventFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersTest {

  @Test
  void aDeadLetterIsTheRecordUnchanged() {
    byte[] value = {'{', -1, 0};
    DeadLetter letter = (DeadLetter) Decoding.decode(value);
    assertThat(letter.key()).isSameAs(Decoding.KEY).containsExactly(7, 0, -1);
    assertThat(letter.value()).isSameAs(value).containsExactly('{', -1, 0);
    assertThat(letter.position()).isEqualTo(Decoding.POSITION);
    assertThat(letter.timestampMillis()).isEqualTo(NOON);
  }

  @Test
  void nothingAndNoBytesAreNoEvent() {
    assertThat(((DeadLetter) Decoding.decode((byte[]) null)).reason()).isEqualTo(NULL_VALUE);
    assertThat(deadLetter("").reason()).isEqualTo(EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "{\"entity\": \"pump-17\"",
        "{\"entity\": \"pump-",
        "{'entity': 'pump-17'}",
        "{entity: 1}",
        "{\"a\": 1,}",
        "{\"a\": 01}",
        "{\"a\": tru}",
        "{\"a\": \"\n\"}",
        "\u0000",
        "// comment\n{}",
      })
  void whatIsNotJsonIsNoEvent(String value) {
    assertThat(deadLetter(value).reason()).isEqualTo(NOT_JSON);
    assertThat(deadLetter(value).detail()).startsWith("not JSON at byte ");
  }

  @Test
  void everyEndCutOffIsNoEvent() {
    String good = wide("{\"temperature\": 7.5, \"vibration\": null}");
    for (int length = 1; length < good.length(); length++) {
      assertThat(deadLetter(good.substring(0, length)).reason()).isEqualTo(NOT_JSON);
    }
  }

  @Test
  void bytesThatAreNoUtf8AreNoEvent() {
    byte[] latin = at("\"pümp\"", "5").getBytes(ISO_8859_1);
    assertThat(((DeadLetter) Decoding.decode(latin)).reason()).isEqualTo(NOT_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "\"text\"", "null", "  "})
  void whatIsNoObjectIsNoEvent(String value) {
    assertThat(deadLetter(value).reason()).isEqualTo(NOT_AN_EVENT);
    assertThat(deadLetter(value).detail())
        .startsWith("an event is an object or an array of them, this is ");
  }

  @ParameterizedTest
  @CsvSource({"{}, NOT_AN_EVENT", "1, NOT_AN_EVENT", "x, NOT_JSON", "}, NOT_JSON"})
  void whatStandsBehindAnEventSpoilsIt(String behind, DeadLetterReason reason) {
    assertThat(deadLetter(wide("{\"vibration\": 1}") + " " + behind).reason()).isEqualTo(reason);
  }

  @Test
  void tenMegabytesAreNoEvent() {
    DeadLetter letter = (DeadLetter) Decoding.decode(new byte[10 << 20]);
    assertThat(letter.reason()).isEqualTo(TOO_LARGE);
    assertThat(letter.detail())
        .isEqualTo("10485760 bytes, more than the 1048576 an event may have");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"values\":", "{\"x\":["})
  void deepNestingIsNoEventAndNoError(String level) {
    assertThat(deadLetter("{\"x\": " + level.repeat(100_000)).reason()).isEqualTo(NOT_JSON);
  }

  @Test
  void aBareHundredThousandOfBracketsIsNoEvent() {
    assertThat(deadLetter("[".repeat(100_000)).reason()).isEqualTo(NOT_AN_EVENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"humidity\": 1}", "null"})
  void anEventWithoutAKnownChannelIsNone(String values) {
    assertThat(deadLetter(wide(values)).reason()).isEqualTo(NOT_AN_EVENT);
    assertThat(deadLetter(wide(values)).detail())
        .contains("no channel that the pipeline file names", "temperature", "vibration");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"text\"", "true"})
  void valuesAreAnObject(String values) {
    assertThat(deadLetter(wide(values)).reason()).isEqualTo(NOT_AN_EVENT);
    assertThat(deadLetter(wide(values)).detail()).contains("where an object belongs");
  }

  @Test
  void anEventBefore1970IsNone() {
    assertThat(deadLetter(at("\"pump-17\"", "-1")).reason()).isEqualTo(BEFORE_1970);
    assertThat(deadLetter(at("\"pump-17\"", "\"1969-12-31T23:59:59Z\"")).reason())
        .isEqualTo(BEFORE_1970);
  }

  @Test
  void anEventTooFarAheadIsNone() {
    DeadLetter letter = deadLetter(at("\"pump-17\"", Long.toString(NOON + 3_600_001)));
    assertThat(letter.reason()).isEqualTo(TOO_FAR_AHEAD);
    assertThat(letter.detail()).contains("3600 s ahead of the record's Kafka timestamp");
    assertThat(deadLetter(at("\"pump-17\"", Long.toString(Long.MAX_VALUE))).reason())
        .isEqualTo(TOO_FAR_AHEAD);
  }

  @Test
  void withoutAKafkaTimestampOnlyAnAbsurdTimeIsTooFarAhead() {
    assertThat(withoutTimestamp("\"2199-12-31T23:59:59Z\"")).isInstanceOf(Event.class);
    assertThat(withoutTimestamp("\"2200-01-01T00:00:00Z\""))
        .isInstanceOfSatisfying(
            DeadLetter.class,
            letter -> {
              assertThat(letter.reason()).isEqualTo(TOO_FAR_AHEAD);
              assertThat(letter.detail()).isEqualTo("the time 7258118400000 ms lies after 2199");
            });
  }

  @Test
  void aFieldThatIsThereTwiceIsNoEvent() {
    DeadLetter twice =
        deadLetter("{\"entity\": \"a\", \"entity\": \"b\", \"time\": 1, \"values\": {}}");
    assertThat(twice.reason()).isEqualTo(NOT_AN_EVENT);
    assertThat(twice.detail()).isEqualTo("entity is there twice");
    assertThat(deadLetter(wide("{\"vibration\": 1, \"vibration\": 1}")).detail())
        .isEqualTo("vibration is there twice");
  }

  @Test
  void whatItSaysStaysShortHoweverManyChannelsThereAre() {
    var channels =
        IntStream.range(0, 5_000)
            .mapToObj(i -> ChannelConfig.of("a-channel-with-a-long-name-" + i, "", 0, 1))
            .toList();
    EventDecoder decoder = new EventDecoder(EventFormat.standard(channels), 1);
    DeadLetter letter =
        (DeadLetter) decoder.decode(Decoding.POSITION, -1, null, wide("{}").getBytes(UTF_8)).get(0);
    assertThat(letter.detail()).hasSizeLessThan(1_000);
  }

  private static Decoded withoutTimestamp(String time) {
    return Decoding.decoder(Decoding.standard())
        .decode(Decoding.POSITION, -1, null, at("\"pump-17\"", time).getBytes(UTF_8))
        .get(0);
  }
}
