package dev.kilter.job.config;

import static dev.kilter.job.config.PipelineFiles.LEAST;
import static dev.kilter.job.config.PipelineFiles.problems;
import static dev.kilter.job.config.PipelineFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                + "silent-after, counter, unit]");
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
