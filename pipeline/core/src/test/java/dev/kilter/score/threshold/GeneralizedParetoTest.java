package dev.kilter.score.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneralizedParetoTest {

  @ParameterizedTest
  @ValueSource(doubles = {-0.4, -0.2, 0, 0.2, 0.35})
  void findsWhatItsExcessesWereDrawnFrom(double shape) {
    GeneralizedPareto found = GeneralizedPareto.of(drawn(new GeneralizedPareto(2, shape), 20_000));
    assertThat(found.shape()).isCloseTo(shape, within(0.05));
    assertThat(found.scale()).isCloseTo(2, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5", "1, 0.5", "-0.5, -0.5", "-2, -0.5"})
  void aShapeThatCannotBeToldIsTheNearestThatCan(double shape, double nearest) {
    GeneralizedPareto found = GeneralizedPareto.of(drawn(new GeneralizedPareto(2, shape), 20_000));
    assertThat(found.shape()).isCloseTo(nearest, within(0.1));
    assertThat(Math.abs(found.shape())).isLessThanOrEqualTo(0.5);
  }

  @Test
  void equalExcessesHaveNoTail() {
    GeneralizedPareto found = GeneralizedPareto.of(new double[] {3, 3, 3, 3});
    assertThat(found.exceededWith(1e-6)).isBetween(3.0, 9.0);
    assertThat(GeneralizedPareto.of(new double[] {0, 0}).exceededWith(1e-6)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    // scale ((1/p)^shape - 1) / shape
    "2, 0.5, 0.01, 36",
    "2, -0.5, 0.01, 3.6",
    "2, 0, 0.01, 9.210340",
    "2, 1e-12, 0.01, 9.210340",
    "2, 0.5, 1, 0",
    "2, 0.5, 7, 0",
  })
  void isExceededAsTheDistributionSays(
      double scale, double shape, double probability, double excess) {
    assertThat(new GeneralizedPareto(scale, shape).exceededWith(probability))
        .isCloseTo(excess, within(1e-6));
  }

  @Test
  void theExcessesAreLeftAsTheyAre() {
    double[] excesses = {3, 1, 2};
    GeneralizedPareto.of(excesses);
    assertThat(excesses).containsExactly(3, 1, 2);
  }

  private static double[] drawn(GeneralizedPareto from, int count) {
    Random random = new Random(17);
    return random.doubles(count).map(uniform -> from.exceededWith(1 - uniform)).toArray();
  }
}
