package dev.kilter.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A timeline of any length in few buckets. */
class TimelineTest {
  private static final long PERIOD = 1000;

  private final Timeline timeline = new Timeline(new Resolution());
  private final Column column = timeline.line();

  @Test
  void keepsEveryValueWhereThereAreFew() {
    add(10, 20, 30);

    assertThat(timeline.size()).isEqualTo(3);
    assertThat(timeline.every()).isEqualTo(1);
    assertThat(timeline.points()).isEqualTo(3);
    assertThat(column.first(1)).isEqualTo(20);
  }

  @Test
  void losesNoPeakOfAMillionValues() {
    Random random = new Random(1);
    int peak = 123_456;
    int dip = 765_432;
    for (int i = 0; i < 1_000_000; i++) {
      add(i == peak ? 1000 : i == dip ? -1000 : random.nextGaussian());
    }

    assertThat(timeline.points()).isBetween(2000, 4000);
    assertThat(timeline.moments()).isEqualTo(1_000_000);
    assertThat(column.high((int) (peak / timeline.every()))).isEqualTo(1000);
    assertThat(column.low((int) (dip / timeline.every()))).isEqualTo(-1000);
  }

  @Test
  void holdsExactlyTheExtremesOfEachBucketInTheOrderInWhichTheyCame() {
    Random random = new Random(2);
    double[] values = random.doubles(70_001).toArray();
    add(values);

    int every = (int) timeline.every();
    for (int bucket = 0; bucket < timeline.size(); bucket++) {
      int from = bucket * every;
      int to = Math.min(values.length, from + every);
      int low = from;
      int high = from;
      for (int i = from; i < to; i++) {
        low = values[i] < values[low] ? i : low;
        high = values[i] > values[high] ? i : high;
      }
      assertThat(column.first(bucket)).isEqualTo((float) values[Math.min(low, high)]);
      assertThat(column.last(bucket)).isEqualTo((float) values[Math.max(low, high)]);
      assertThat(timeline.firstMillis(bucket)).isEqualTo(from * PERIOD);
      assertThat(timeline.lastMillis(bucket)).isEqualTo((to - 1) * PERIOD);
    }
  }

  @Test
  void aBucketWithoutAValueStaysEmpty() {
    add(1, Double.NaN, 3);

    assertThat(column.first(1)).isNaN();
    assertThat(column.last(1)).isNaN();
  }

  @Test
  void aValueAloneAmongAbsentOnesSurvives() {
    for (int i = 0; i < 100_000; i++) {
      add(i == 54_321 ? 7 : Double.NaN);
    }

    assertThat(column.high((int) (54_321 / timeline.every()))).isEqualTo(7);
    assertThat(column.low((int) (54_321 / timeline.every()))).isEqualTo(7);
  }

  @Test
  void twoLinesOfOneMomentAreOneMoment() {
    assertThat(timeline.at(5)).isEqualTo(timeline.at(5));
    assertThat(timeline.moments()).isEqualTo(1);
  }

  @Test
  void hasFewerBucketsWhereThereAreManySeries() {
    Resolution resolution = new Resolution();
    for (int entity = 0; entity < 1000; entity++) {
      Timeline one = new Timeline(resolution);
      for (int channel = 0; channel < 38; channel++) {
        one.line();
      }
    }

    assertThat(resolution.mostBuckets()).isBetween(32, 64);
  }

  private void add(double... values) {
    for (double value : values) {
      column.add(timeline.at(timeline.moments() * PERIOD), value);
    }
  }
}
