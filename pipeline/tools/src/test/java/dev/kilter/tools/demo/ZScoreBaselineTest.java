package dev.kilter.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.simulate.Plant;
import dev.kilter.tools.simulate.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ZScoreBaselineTest {
  private static final int FLOW = 1;
  private static final double FAR = 50;

  private final ZScores scores = ZScores.learn(normal());
  private final ZScoreBaseline baseline = new ZScoreBaseline(scores);
  private long timeMillis;

  @Test
  void learnsAThresholdThatOneNormalReadingInTenThousandExceeds() {
    long odd = normal().stream().filter(scores::odd).count();

    assertThat(odd).isEqualTo(2);
    assertThat(scores.threshold()).isBetween(3.5, 6.0);
  }

  @Test
  void opensAtTheThirdOddReadingOfFiveAndNamesTheWorstChannelFirst() {
    read(0, FAR, 0, FAR);
    assertThat(baseline.openings()).isEmpty();

    read(FAR);

    assertThat(baseline.openings()).hasSize(1);
    assertThat(baseline.openings().get(0).channels()).hasSize(3).first().isEqualTo("flow");
    assertThat(baseline.openings().get(0).openedMillis()).isEqualTo(5);
  }

  @Test
  void doesNotOpenWhenTheOddReadingsAreTooFarApart() {
    read(FAR, FAR, 0, 0, 0, FAR, FAR, 0, 0, 0);

    assertThat(baseline.openings()).isEmpty();
  }

  @Test
  void closesAtTheTenthClearReadingInARow() {
    read(FAR, FAR, FAR);
    read(0, 0, 0, 0, 0, 0, 0, 0, 0, FAR);
    read(0, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(baseline.openings().get(0).closedMillis()).isEqualTo(Opening.STILL_OPEN);

    read(0);

    assertThat(baseline.openings().get(0).closedMillis()).isEqualTo(23);
  }

  @Test
  void opensAnewAfterTheClose() {
    read(FAR, FAR, FAR);
    read(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    read(FAR, FAR, FAR);

    assertThat(baseline.openings()).hasSize(2);
  }

  @Test
  void passesOverAnAbsentValue() {
    read(Double.NaN, Double.NaN, Double.NaN);

    assertThat(baseline.openings()).isEmpty();
  }

  private void read(double... flows) {
    for (double flow : flows) {
      double[] values = new double[Plant.CHANNELS.size()];
      values[FLOW] = flow;
      baseline.accept(new Reading("pump-01", ++timeMillis, values));
    }
  }

  /** Twenty thousand readings whose channels are all of mean 0 and deviation 1. */
  private static List<Reading> normal() {
    Random random = new Random(7);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double[] values = new double[Plant.CHANNELS.size()];
      Arrays.setAll(values, channel -> random.nextGaussian());
      readings.add(new Reading("pump-00", i, values));
    }
    return readings;
  }
}
