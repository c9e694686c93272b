package dev.kilter.job.config;

import static dev.kilter.job.config.PipelineFiles.LEAST;
import static dev.kilter.job.config.PipelineFiles.problems;
import static dev.kilter.job.config.PipelineFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kilter.health.ChannelRules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelConfigTest {

  @Test
  void defaults() {
    assertThat(channel("{}"))
        .isEqualTo(
            ChannelConfig.of(
                "temperature", "", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
  }

  @Test
  void everyKeyIsMapped() {
    assertThat(channel("{unit: Cel, range: [-40.5, 1.5e2]}"))
        .isEqualTo(ChannelConfig.of("temperature", "Cel", -40.5, 150));
    ChannelConfig whole =
        channel(
            "{unit: Cel, range: [0, 9], max-rate: 2, flat-after: 1m, silent-after: 2m, counter: true,"
                + " field: /sensors/t, scale: 0.5, offset: -3}");
    assertThat(whole.source()).isEqualTo(new ChannelSource("/sensors/t", 0.5, -3));
    assertThat(whole.rules()).isEqualTo(new ChannelRules(0, 9, 2, 60_000, 120_000, true));
  }

  @Test
  void variablesStandInARangeToo() {
    String text = with("{range: [\"${LOW:-40}\", \"${HIGH}\"]}");
    assertThat(read(text, Map.of("HIGH", "9")).events().channels().get(0))
        .isEqualTo(ChannelConfig.of("temperature", "", -40, 9));
    assertThat(problems(text).get(0)).contains("the variable HIGH is not set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "[1, 2, 3]", "[2, 1]", "[1, 1]", "[]"})
  void aRangeIsTwoNumbersTheLowerFirst(String range) {
    assertThat(problems(with("{range: " + range + "}"))).hasSize(1);
    assertThat(problems(with("{range: " + range + "}")).get(0))
        .startsWith(":3: channels.temperature.range is [")
        .endsWith("]; it must be two numbers, the lower first, as in [-40, 150]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5", "[a, 2]", "[1, .nan]", "[NaN, 2]", "[0x1p3, 9]", "[1d, 9]", "[[1], 2]"})
  void aRangeIsMadeOfNumbers(String range) {
    assertThat(problems(with("{range: " + range + "}"))).hasSize(1);
    assertThat(problems(with("{range: " + range + "}")).get(0))
        .startsWith(":3: channels.temperature.range is ")
        .contains("; it must be a list of numbers");
  }

  @Test
  void unknownKeysAreErrors() {
    assertThat(problems(with("{mood: good}")))
        .containsExactly(
            ":3: unknown key channels.temperature.mood; known here are [range, max-rate, flat-after, "
                + "silent-after, counter, field, scale, offset, unit, from-unit]");
  }

  @Test
  void valuesComeInAnotherUnitWhereThatIsSaid() {
    ChannelSource source = channel("{unit: Cel, from-unit: \"[degF]\"}").source();
    assertThat(source.convert(212)).isCloseTo(100, within(1e-9));
    assertThat(source.convert(-40)).isCloseTo(-40, within(1e-9));
  }

  @Test
  void whatASensorCountsIsScaledBeforeItsUnitIsChanged() {
    ChannelSource source = channel("{unit: bar, from-unit: kPa, scale: 0.1, offset: -5}").source();
    assertThat(source.convert(1_050)).isCloseTo(1, within(1e-12));
  }

  @Test
  void theRateOfACounterIsInItsUnit() {
    ChannelSource source = channel("{unit: m3/h, from-unit: L, counter: true}").source();
    assertThat(source.convert(10)).isCloseTo(36, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "scale: 0, scale, 0, a number other than 0",
    "scale: much, scale, much, a number",
    "offset: NaN, offset, NaN, a number",
    "field: '', field, '', 'a channel''s name in events, or a JSON pointer such as /sensors/temperature'",
    "'from-unit: kPa, unit: Cel', from-unit, kPa, a unit that can be converted to Cel",
    "'from-unit: kPa', from-unit, kPa, 'given beside unit, which says what it becomes'",
    "'from-unit: psi, unit: bar', from-unit, psi,"
        + " 'a UCUM code such as [degF], kPa or L/min; from-unit \"psi\" is none'",
    "'from-unit: µm, unit: mm', from-unit, µm,"
        + " 'a UCUM code such as [degF], kPa or L/min; from-unit \"µm\" is none'",
    "'from-unit: Hz, unit: rpm', from-unit, Hz,"
        + " 'a UCUM code such as [degF], kPa or L/min; unit \"rpm\" is none'",
    "'from-unit: m3/h, unit: m3/h, counter: true', from-unit, m3/h,"
        + " a unit that can be converted to m3/h when divided by s",
  })
  void everyCheckFires(String keys, String key, String value, String right) {
    assertThat(problems(with("{" + keys.replace("''", "\"\"") + "}")))
        .containsExactly(
            ":3: channels.temperature." + key + " is \"" + value + "\"; it must be " + right);
  }

  @Test
  void aChannelIsAMapping() {
    assertThat(problems(with("Cel")))
        .containsExactly(":3: channels.temperature must be a mapping of keys to values");
  }

  private static ChannelConfig channel(String text) {
    return read(with(text)).events().channels().get(0);
  }

  private static String with(String channel) {
    return LEAST.replace("temperature: {}", "temperature: " + channel);
  }
}
