package dev.kilter.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.SeveritySteps;
import dev.kilter.job.config.ThresholdConfig.Adaptive;
import dev.kilter.job.config.ThresholdConfig.Calibrated;
import dev.kilter.job.config.ThresholdConfig.Fixed;
import dev.kilter.job.config.ThresholdConfig.Peaks;
import dev.kilter.job.config.ThresholdConfig.Range;
import dev.kilter.score.DeviationRule;
import dev.kilter.score.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples under Thresholds in README.md mean what stands there. */
class ReadmeThresholdsTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("\n### Thresholds\n.*?\n```yaml\n(.*?)\n```\n", Pattern.DOTALL);
  private static final String REST =
      """
      name: pumps
      kafka: {bootstrap: "localhost:9092", events: e, alerts: a, dead-letters: d}
      channels: {bearing-temperature: {unit: Cel}, flow: {unit: m3/h}}
      """;
  private static final List<DetectorConfig> DETECTORS =
      PipelineFiles.read(REST + example()).detectors();

  @Test
  void thereIsOneOfEachThreshold() {
    assertThat(DETECTORS)
        .extracting(detector -> detector.sensitivity().threshold())
        .containsExactly(
            new Calibrated("0.999"),
            new Fixed(4.2),
            new Adaptive(null, new Range(0.5, 2), 0.999, 1.2, 10_000, 100_000),
            new Peaks(null, new Range(0.5, 2), 0.98, 1e-4, 100));
  }

  @Test
  void thereAreDeviationsThatMatter() {
    assertThat(DETECTORS.get(0).sensitivity().deviations())
        .isEqualTo(
            Map.of(
                "bearing-temperature",
                new DeviationRule(Direction.RISE, 0.2, 0),
                "flow",
                new DeviationRule(Direction.DROP, 0, 0.05)));
  }

  @Test
  void thereAreStepsOfSeverity() {
    assertThat(DETECTORS.get(0).sensitivity().severity()).isEqualTo(new SeveritySteps(1.5, 3));
  }

  private static String example() {
    try {
      Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("../../README.md")));
      assertThat(matcher.find()).isTrue();
      return matcher.group(1) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
