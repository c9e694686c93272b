package dev.kilter.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ErrorStatisticsTest {
  private static final float NONE = Float.NaN;
  private final ErrorStatistics statistics =
      new ErrorStatistics(new float[] {1, 10}, new float[] {0.5f, 2}, new boolean[] {true, true});

  @Test
  void standardisesByMeanAndDeviation() {
    assertThat(statistics.standardise(new float[] {2, 8}, new boolean[] {true, true}))
        .containsExactly(2, -1);
  }

  @Test
  void anAbsentChannelHasNoPart() {
    assertThat(statistics.standardise(new float[] {2, 8}, new boolean[] {false, true}))
        .containsExactly(NONE, -1);
  }

  @Test
  void aChannelThatDoesNotCountHasNoPart() {
    ErrorStatistics screened =
        new ErrorStatistics(statistics.mean(), statistics.deviation(), new boolean[] {true, false});

    assertThat(screened.standardise(new float[] {2, 8}, new boolean[] {true, true}))
        .containsExactly(2, NONE);
  }

  @Test
  void withAllChannelsTheRawScoreIsTheirMean() {
    assertThat(ErrorStatistics.raw(new float[] {1, 2, 6})).isEqualTo(3);
  }

  @Test
  void withOneOfFourTheMeanIsDrawnInByHalf() {
    assertThat(ErrorStatistics.raw(new float[] {NONE, 6, NONE, NONE})).isEqualTo(3);
  }

  @Test
  void withoutAnyChannelThereIsNoScore() {
    assertThat(ErrorStatistics.raw(new float[] {NONE, NONE})).isNaN();
  }

  @Test
  void theSpreadDoesNotDependOnHowManyChannelsArePresent() {
    double full = spread(16, 16);
    assertThat(spread(16, 8)).isCloseTo(full, within(0.01));
    assertThat(spread(16, 1)).isCloseTo(full, within(0.01));
  }

  private static double spread(int channels, int present) {
    Random random = new Random(present);
    int rounds = 20_000;
    double squares = 0;
    for (int round = 0; round < rounds; round++) {
      float[] parts = new float[channels];
      for (int channel = 0; channel < channels; channel++) {
        parts[channel] = channel < present ? (float) random.nextGaussian() : NONE;
      }
      double raw = ErrorStatistics.raw(parts);
      squares += raw * raw;
    }
    return Math.sqrt(squares / rounds);
  }
}
