package dev.kilter.job.config;

import dev.kilter.alert.SeveritySteps;
import dev.kilter.score.DeviationRule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How far off an entity has to be to be told, and to be told as bad.
 *
 * @param threshold what its averaged score is held against
 * @param deviations which deviations matter, by channel; of a channel that is not named, all
 * @param severity from how many times the threshold on it is worse than minor
 */
public record SensitivityConfig(
    ThresholdConfig threshold, Map<String, DeviationRule> deviations, SeveritySteps severity) {
  private static final Function<String, Double> TIMES =
      Parsers.numberThat(times -> times >= 1, "how many times the threshold, at least 1");

  /** What a detector gets that does not say. */
  public static SensitivityConfig standard() {
    return new SensitivityConfig(
        new ThresholdConfig.Calibrated(null), Map.of(), SeveritySteps.standard());
  }

  /**
   * Reads it.
   *
   * @param channels the pipeline's channels
   */
  static SensitivityConfig read(YamlSection detector, List<String> channels) {
    return new SensitivityConfig(
        ThresholdSection.read(detector),
        DeviationSection.read(detector.section("deviation"), channels),
        steps(detector.section("severity")));
  }

  private static SeveritySteps steps(YamlSection severity) {
    SeveritySteps standard = SeveritySteps.standard();
    SeveritySteps steps =
        new SeveritySteps(
            severity.parsed("major", standard.major(), TIMES),
            severity.parsed("critical", standard.critical(), TIMES));
    if (steps.critical() <= steps.major()) {
      severity.wrong(
          "critical",
          "\"" + Parsers.shown(steps.critical()) + "\"",
          "above major, " + Parsers.shown(steps.major()));
    }
    severity.finish();
    return steps;
  }
}
