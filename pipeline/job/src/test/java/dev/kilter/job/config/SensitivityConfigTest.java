package dev.kilter.job.config;

import static dev.kilter.job.config.PipelineFiles.LEAST;
import static dev.kilter.job.config.PipelineFiles.problems;
import static dev.kilter.job.config.PipelineFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.SeveritySteps;
import dev.kilter.score.DeviationRule;
import dev.kilter.score.Direction;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensitivityConfigTest {

  @Test
  void defaults() {
    assertThat(sensitivity("")).isEqualTo(SensitivityConfig.standard());
    assertThat(sensitivity("").deviations()).isEmpty();
    assertThat(sensitivity("").severity()).isEqualTo(new SeveritySteps(2, 4));
  }

  @Test
  void everyKeyIsMapped() {
    SensitivityConfig sensitivity =
        sensitivity(
            ", deviation: {temperature: {direction: rise, least: 0.2, least-relative: 5%}},"
                + " severity: {major: 1.5, critical: 10}");
    assertThat(sensitivity.deviations())
        .isEqualTo(Map.of("temperature", new DeviationRule(Direction.RISE, 0.2, 0.05)));
    assertThat(sensitivity.severity()).isEqualTo(new SeveritySteps(1.5, 10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | BOTH | 0 | 0",
        "{direction: both, least: 2} | BOTH | 2 | 0",
        "{direction: drop} | DROP | 0 | 0",
        "{least-relative: 12.5 %} | BOTH | 0 | 0.125",
        "{least-relative: 150%} | BOTH | 0 | 1.5",
      })
  void aRuleSaysWhatItSays(String rule, Direction direction, double least, double relative) {
    assertThat(sensitivity(", deviation: {temperature: " + rule + "}").deviations())
        .containsEntry("temperature", new DeviationRule(direction, least, relative));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deviation: {temprature: {least: 1}} | detectors[0].deviation.temprature is no channel; it"
            + " must be one of [temperature]",
        "deviation: {temperature: {direction: up}} | detectors[0].deviation.temperature.direction is"
            + " \"up\"; it must be rise or drop or both",
        "deviation: {temperature: {least: -1}} | detectors[0].deviation.temperature.least is \"-1\";"
            + " it must be a deviation in the channel's unit, 0 or more",
        "deviation: {temperature: {least: 2 K}} | detectors[0].deviation.temperature.least is \"2 K\""
            + "; it must be a deviation in the channel's unit, 0 or more",
        "deviation: {temperature: {least-relative: 0.05}} |"
            + " detectors[0].deviation.temperature.least-relative is \"0.05\"; it must be a share of"
            + " what is expected, such as 5%",
        "deviation: {temperature: {least-relative: -5%}} |"
            + " detectors[0].deviation.temperature.least-relative is \"-5%\"; it must be a share of",
        "deviation: {temperature: {mood: good}} | unknown key detectors[0].deviation.temperature.mood",
        "deviation: {temperature: rise} | detectors[0].deviation.temperature must be a mapping",
        "deviation: rise | detectors[0].deviation must be a mapping of keys to values",
        "severity: {major: 0.5} | detectors[0].severity.major is \"0.5\"; it must be how many times"
            + " the threshold, at least 1",
        "severity: {major: 4} | detectors[0].severity.critical is \"4\"; it must be above major, 4",
        "severity: {major: 3, critical: 2} | detectors[0].severity.critical is \"2\"; it must be"
            + " above major, 3",
        "severity: {minor: 1} | unknown key detectors[0].severity.minor; known here are [major, criti",
        "severity: high | detectors[0].severity must be a mapping of keys to values",
      })
  void everyCheckFires(String section, String problem) {
    assertThat(problems(with(", " + section)))
        .singleElement()
        .asString()
        .startsWith(":4: " + problem);
  }

  private static SensitivityConfig sensitivity(String more) {
    return read(with(more)).detectors().get(0).sensitivity();
  }

  private static String with(String more) {
    return LEAST.replace("model: flat/1", "model: flat/1" + more);
  }
}
