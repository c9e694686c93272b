package dev.kilter.tools.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentsTest {
  @Test
  void areThoseOfTheValues() {
    Moments moments = new Moments(2);
    for (float value : new float[] {1, 2, 3, 6}) {
      moments.add(new float[] {value, Float.NaN});
    }
    assertThat(moments.mean(0)).isEqualTo(3);
    assertThat(moments.deviation(0)).isEqualTo(Math.sqrt(3.5));
    assertThat(moments.count(1)).isZero();
  }

  @Test
  void keepTheirDigitsWhereTheMeanIsFarLargerThanTheDeviation() {
    Moments moments = new Moments(1);
    for (int at = 0; at < 1000; at++) {
      moments.add(0, 1e9 + at % 2);
    }
    assertThat(moments.deviation(0)).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void mergedAreThoseOfAll() {
    Random random = new Random(1);
    Moments all = new Moments(1);
    Moments merged = new Moments(1);
    for (int part = 0; part < 5; part++) {
      Moments some = new Moments(1);
      for (int at = 0; at < 10 * part; at++) {
        double value = part + random.nextGaussian();
        all.add(0, value);
        some.add(0, value);
      }
      merged.merge(some);
    }
    assertThat(merged.count(0)).isEqualTo(100);
    assertThat(merged.mean(0)).isCloseTo(all.mean(0), within(1e-12));
    assertThat(merged.deviation(0)).isCloseTo(all.deviation(0), within(1e-12));
  }
}
