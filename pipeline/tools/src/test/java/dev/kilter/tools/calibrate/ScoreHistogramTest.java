package dev.kilter.tools.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreHistogramTest {
  private static final int COUNT = 20_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.6, 0.9, 0.99, 0.999, 0.9999})
  void quantilesAreTooLargeByLessThanAHalfPerThousandAndNeverTooSmall(double level) {
    double[] scores = scores(3);
    double exact = exact(scores, level);

    double told = histogram(scores).quantile(level);

    assertThat(told).isBetween(exact, exact * 1.0005);
  }

  @Test
  void countsWhatIsAboveAQuantile() {
    double[] scores = scores(4);
    ScoreHistogram histogram = histogram(scores);
    double quantile = histogram.quantile(0.99);

    assertThat(histogram.above(quantile))
        .isEqualTo(Arrays.stream(scores).filter(score -> score > quantile).count())
        .isLessThanOrEqualTo(COUNT / 100);
  }

  @Test
  void mergedIsTheSameInAnyOrder() {
    ScoreHistogram merged = histogram(scores(5));
    merged.merge(histogram(scores(6)));
    ScoreHistogram otherwise = histogram(scores(6));
    otherwise.merge(histogram(scores(5)));

    assertThat(merged.total()).isEqualTo(2 * COUNT);
    assertThat(merged.quantile(0.9)).isEqualTo(otherwise.quantile(0.9));
  }

  @Test
  void whatIsNotAboveZeroIsToldAsZero() {
    ScoreHistogram histogram = histogram(-3, -2, 0, 5);

    assertThat(histogram.quantile(0.75)).isZero();
    assertThat(histogram.quantile(0.99)).isBetween(5.0, 5.0025);
    assertThat(histogram.above(0)).isEqualTo(1);
  }

  private static double[] scores(long seed) {
    Random random = new Random(seed);
    return random.doubles(COUNT).map(uniform -> Math.tan(uniform * 1.5) - 0.5).toArray();
  }

  private static double exact(double[] scores, double level) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(level * sorted.length) - 1];
  }

  private static ScoreHistogram histogram(double... scores) {
    ScoreHistogram histogram = new ScoreHistogram();
    Arrays.stream(scores).forEach(histogram::add);
    return histogram;
  }
}
