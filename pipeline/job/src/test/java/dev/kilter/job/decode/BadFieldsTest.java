package dev.kilter.job.decode;

import static dev.kilter.event.DeadLetterReason.NOT_AN_EVENT;
import static dev.kilter.event.DeadLetterReason.NOT_A_NUMBER;
import static dev.kilter.event.DeadLetterReason.NOT_JSON;
import static dev.kilter.event.DeadLetterReason.NO_ENTITY;
import static dev.kilter.event.DeadLetterReason.NO_TIME;
import static dev.kilter.job.decode.Decoding.at;
import static dev.kilter.job.decode.Decoding.deadLetter;
import static dev.kilter.job.decode.Decoding.wide;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadFieldsTest {

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"  \"", "\"\\t\\n\""})
  void anEntityThatIsBlankIsNone(String entity) {
    assertThat(deadLetter(at(entity, "5")).reason()).isEqualTo(NO_ENTITY);
  }

  @Test
  void anEventWithoutAnEntityIsNone() {
    assertThat(deadLetter("{\"time\": 5, \"values\": {\"vibration\": 1}}").reason())
        .isEqualTo(NO_ENTITY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"pump\"]", "{\"id\": 1}", "true", "1.5"})
  void anEntityIsATextOrAWholeNumber(String entity) {
    assertThat(deadLetter(at(entity, "5")).reason()).isEqualTo(NOT_AN_EVENT);
    assertThat(deadLetter(at(entity, "5")).detail()).startsWith("entity is ");
  }

  @Test
  void anEntityOfAMillionCharactersIsNone() {
    String entity = "\"" + "x".repeat(1_000_000) + "\"";
    assertThat(deadLetter(at(entity, "5")).reason()).isEqualTo(NOT_AN_EVENT);
    assertThat(deadLetter(at(entity, "5")).detail())
        .isEqualTo("entity has more than 1000 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "1772366400.25",
        "1e12",
        "99999999999999999999999",
        "-9223372036854775809",
        "true",
        "[1772366400250]",
        "{\"ms\": 1}",
        "\"\"",
        "\"now\"",
        "\"1772366400250\"",
        "\"2026-03-01T12:00:00\"",
        "\"2026-03-01\"",
        "\"2026-02-30T12:00:00Z\"",
        "\"+1000000000-12-31T23:59:59Z\"",
        "\"+999999999-12-31T23:59:59Z\"",
      })
  void aTimeThatCannotBeReadIsNone(String time) {
    assertThat(deadLetter(at("\"pump-17\"", time)).reason()).isEqualTo(NO_TIME);
  }

  @Test
  void anEventWithoutATimeIsNone() {
    assertThat(deadLetter("{\"entity\": \"p\", \"values\": {\"vibration\": 1}}").reason())
        .isEqualTo(NO_TIME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"1\"",
        "\"\"",
        "true",
        "[1]",
        "{\"v\": 1}",
        "\"NaN\"",
        "\"Infinity\"",
        "1e999",
        "-1e999",
        "1e300",
        "3.5e38",
      })
  void aValueIsANumberThatFits(String value) {
    assertThat(deadLetter(wide("{\"vibration\": " + value + "}")).reason()).isEqualTo(NOT_A_NUMBER);
    assertThat(deadLetter(wide("{\"vibration\": " + value + "}")).detail())
        .startsWith("vibration is ");
  }

  @Test
  void aNumberOfThousandsOfDigitsIsNoEvent() {
    assertThat(deadLetter(wide("{\"vibration\": " + "9".repeat(500) + "}")).reason())
        .isEqualTo(NOT_A_NUMBER);
    assertThat(deadLetter(wide("{\"vibration\": " + "9".repeat(5_000) + "}")).reason())
        .isEqualTo(NOT_JSON);
    assertThat(deadLetter(at("\"p\"", "9".repeat(5_000))).reason()).isEqualTo(NOT_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "+1", ".5", "0x1"})
  void aBareWordIsNotJson(String value) {
    assertThat(deadLetter(wide("{\"vibration\": " + value + "}")).reason()).isEqualTo(NOT_JSON);
  }

  @Test
  void theChannelOfALongEventIsAKnownText() {
    String start = "{\"entity\": \"p\", \"time\": 5, \"value\": 1, \"channel\": ";
    assertThat(deadLetter(start + "[1]}").reason()).isEqualTo(NOT_AN_EVENT);
    assertThat(deadLetter(start + "null}").reason()).isEqualTo(NOT_AN_EVENT);
    assertThat(deadLetter(start + "\"humidity\"}").reason()).isEqualTo(NOT_AN_EVENT);
  }

  @Test
  void theValueOfALongEventIsANumber() {
    String start = "{\"entity\": \"p\", \"time\": 5, \"channel\": \"vibration\", \"value\": ";
    assertThat(deadLetter(start + "\"1\"}").reason()).isEqualTo(NOT_A_NUMBER);
  }

  @Test
  void whatItShowsOfForeignInputIsShort() {
    String value = "\"" + "x".repeat(10_000) + "\"";
    assertThat(deadLetter(wide("{\"vibration\": " + value + "}")).detail())
        .endsWith("…\" (10000 characters) where a number belongs")
        .hasSizeLessThan(200);
  }
}
