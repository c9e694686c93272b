package dev.kilter.job.config;

import static dev.kilter.job.config.PipelineFiles.LEAST;
import static dev.kilter.job.config.PipelineFiles.problems;
import static dev.kilter.job.config.PipelineFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.config.ThresholdConfig.Adaptive;
import dev.kilter.job.config.ThresholdConfig.Calibrated;
import dev.kilter.job.config.ThresholdConfig.Fixed;
import dev.kilter.job.config.ThresholdConfig.Peaks;
import dev.kilter.job.config.ThresholdConfig.Range;
import dev.kilter.score.threshold.AdaptiveThreshold;
import dev.kilter.score.threshold.PeaksOverThreshold;
import dev.kilter.score.threshold.StandingThreshold;
import dev.kilter.score.threshold.ThresholdBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdSectionTest {
  private static final Range USUAL = new Range(0.5, 2);

  @ParameterizedTest
  @ValueSource(strings = {"", ", threshold: calibrated", ", threshold: "})
  void theStrictestCalibratedQuantileIsTheDefault(String threshold) {
    assertThat(threshold(threshold)).isEqualTo(new Calibrated(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {", quantile: 0.99", ", threshold: {quantile: 0.99}", ", quantile: \"0.99\""})
  void aCalibratedQuantileMayBeNamed(String threshold) {
    assertThat(threshold(threshold)).isEqualTo(new Calibrated("0.99"));
    assertThat(detector(threshold).quantile()).isEqualTo("0.99");
  }

  @Test
  void itMayBeFixed() {
    assertThat(threshold(", threshold: {fixed: 4.2}")).isEqualTo(new Fixed(4.2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"adaptive", "{adaptive: }", "{adaptive: {}}"})
  void defaultsOfAnAdaptiveOne(String threshold) {
    assertThat(threshold(", threshold: " + threshold))
        .isEqualTo(new Adaptive(null, USUAL, 0.999, 1.2, 10_000, 100_000));
  }

  @Test
  void everyKeyOfAnAdaptiveOneIsMapped() {
    assertThat(
            threshold(
                ", threshold: {adaptive: {calibrated: 0.9, least: 0.25, most: 3, quantile: 0.99,"
                    + " margin: 1.5, least-scores: 500, memory: 7000}}"))
        .isEqualTo(new Adaptive("0.9", new Range(0.25, 3), 0.99, 1.5, 500, 7000));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 20, 200", "0.9, 100, 1000", "0.9999, 100000, 1000000"})
  void aFartherQuantileTakesMoreScores(String quantile, int leastScores, int memory) {
    assertThat(threshold(", threshold: {adaptive: {quantile: " + quantile + "}}"))
        .isEqualTo(
            new Adaptive(null, USUAL, Double.parseDouble(quantile), 1.2, leastScores, memory));
  }

  @ParameterizedTest
  @ValueSource(strings = {"peaks", "{peaks: }", "{peaks: {}}"})
  void defaultsOfPeaks(String threshold) {
    assertThat(threshold(", threshold: " + threshold))
        .isEqualTo(new Peaks(null, USUAL, 0.98, 1e-4, 100));
  }

  @Test
  void everyKeyOfPeaksIsMapped() {
    assertThat(
            threshold(
                ", threshold: {peaks: {calibrated: 0.9, least: 0.25, most: 3, quantile: 0.9,"
                    + " risk: 1e-6, kept: 200}}"))
        .isEqualTo(new Peaks("0.9", new Range(0.25, 3), 0.9, 1e-6, 200));
  }

  @Test
  void itIsMadeForAnEntityAndItsModel() {
    assertThat(new Calibrated(null).of(3, "ae/1")).isEqualTo(new StandingThreshold(3));
    assertThat(new Fixed(4.2).of(3, "ae/1")).isEqualTo(new StandingThreshold(4.2));
    Adaptive adaptive = new Adaptive(null, USUAL, 0.999, 1.2, 10_000, 100_000);
    assertThat(adaptive.of(3, "ae/1"))
        .isEqualTo(
            new AdaptiveThreshold(
                ThresholdBounds.of(3, 0.5, 2, "ae/1", adaptive.toString()),
                0.999,
                1.2,
                10_000,
                100_000));
    Peaks peaks = new Peaks(null, USUAL, 0.98, 1e-4, 100);
    assertThat(peaks.of(3, "ae/1"))
        .isEqualTo(
            new PeaksOverThreshold(
                ThresholdBounds.of(3, 0.5, 2, "ae/1", peaks.toString()), 0.98, 1e-4, 100));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "strict | detectors[0].threshold is \"strict\"; it must be calibrated, adaptive, peaks, or",
        "0.99 | detectors[0].threshold is \"0.99\"; it must be calibrated, adaptive, peaks, or",
        "[a] | detectors[0].threshold is a list; it must be a single value",
        "{} | detectors[0].threshold is a mapping with the keys []; it must be calibrated",
        "{fixed: 4, peaks: } | detectors[0].threshold is a mapping with the keys [fixed, peaks]; it",
        "{fixed: 0} | detectors[0].threshold.fixed is \"0\"; it must be a score above 0",
        "{fixed: high} | detectors[0].threshold.fixed is \"high\"; it must be a score above 0",
        "{adaptive: true} | detectors[0].threshold.adaptive must be a mapping of keys to values",
        "{fixed: 4, mood: good} | unknown key detectors[0].threshold.mood; known here are [quantile",
        "{adaptive: {mood: good}} | unknown key detectors[0].threshold.adaptive.mood; known here",
        "{peaks: {mood: good}} | unknown key detectors[0].threshold.peaks.mood; known here are",
      })
  void everyCheckFires(String threshold, String problem) {
    assertThat(problems(with(", threshold: " + threshold)).get(0)).startsWith(":4: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "adaptive | quantile | 0.4 | a number from 0.5 to 0.9999",
        "adaptive | quantile | 1 | a number from 0.5 to 0.9999",
        "adaptive | quantile | high | a number from 0.5 to 0.9999",
        "adaptive | margin | 0.9 | a number from 1 to 10",
        "adaptive | least-scores | 999 | a whole number from 1000 to 1000000",
        "adaptive | memory | 9999 | a whole number from 10000 to 1000000",
        "adaptive | least | 0.01 | a number from 0.1 to 1",
        "adaptive | most | 11 | a number from 1 to 10",
        "peaks | quantile | 0.7 | a number from 0.8 to 0.999",
        "peaks | risk | 0.02 | a number from 0.0000001 to 0.01",
        "peaks | risk | 0 | a number from 0.0000001 to 0.01",
        "peaks | kept | 29 | a whole number from 30 to 200",
        "peaks | least | 2 | a number from 0.1 to 1",
        "peaks | most | 0.9 | a number from 1 to 10",
      })
  void everyCheckOfALearnedOneFires(String kind, String key, String value, String right) {
    String threshold = ", threshold: {%s: {%s: %s}}".formatted(kind, key, value);
    assertThat(problems(with(threshold)))
        .containsExactly(
            ":4: detectors[0].threshold.%s.%s is \"%s\"; it must be %s"
                .formatted(kind, key, value, right));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.8", "0.9", "0.98", "0.999"})
  void theHighestRiskThatAMessageNamesIsAllowed(String quantile) {
    String peaks = ", threshold: {peaks: {quantile: " + quantile + ", risk: ";
    String problem = problems(with(peaks + "1}}")).get(0);
    String most = problem.substring(problem.lastIndexOf(' ') + 1);
    assertThat(((Peaks) threshold(peaks + most + "}}")).risk()).isEqualTo(Double.parseDouble(most));
  }

  @Test
  void whatCannotMoveLearnsNothing() {
    assertThat(problems(with(", threshold: {peaks: {least: 1, most: 1}}")))
        .containsExactly(
            ":4: detectors[0].threshold.peaks.most is \"1\"; it must be above least, or nothing can"
                + " be learned");
  }

  @Test
  void quantileAndThresholdTogetherAreOneTooMany() {
    assertThat(problems(with(", quantile: 0.99, threshold: {quantile: 0.9}")))
        .containsExactly(
            ":4: detectors[0].quantile is \"0.99\"; it must be left out beside threshold, which may"
                + " itself be {quantile: 0.99}");
  }

  private static ThresholdConfig threshold(String more) {
    return detector(more).sensitivity().threshold();
  }

  private static DetectorConfig detector(String more) {
    return read(with(more)).detectors().get(0);
  }

  private static String with(String more) {
    return LEAST.replace("model: flat/1", "model: flat/1" + more);
  }
}
