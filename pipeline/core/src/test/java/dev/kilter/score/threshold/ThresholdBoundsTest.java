package dev.kilter.score.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThresholdBoundsTest {

  @Test
  void areBoundToAllThatMakesThem() {
    Stream<ThresholdBounds> different =
        Stream.of(
            ThresholdBounds.of(4, 0.5, 2, "ae/1", "adaptive"),
            ThresholdBounds.of(5, 0.5, 2, "ae/1", "adaptive"),
            ThresholdBounds.of(4, 0.4, 2, "ae/1", "adaptive"),
            ThresholdBounds.of(4, 0.5, 3, "ae/1", "adaptive"),
            ThresholdBounds.of(4, 0.5, 2, "ae/2", "adaptive"),
            ThresholdBounds.of(4, 0.5, 2, "ae/1", "peaks"));
    assertThat(different.map(ThresholdBounds::boundTo)).doesNotHaveDuplicates().doesNotContain(0L);
  }

  @Test
  void areTheSameInEveryRun() {
    assertThat(ThresholdBounds.of(4, 0.5, 2, "ae/1"))
        .isEqualTo(ThresholdBounds.of(4, 0.5, 2, "ae/1"));
  }

  @Test
  void holdAThresholdWithinThem() {
    ThresholdBounds bounds = ThresholdBounds.of(4, 0.5, 2, "ae/1");
    assertThat(bounds.within(1)).isEqualTo(2);
    assertThat(bounds.within(3)).isEqualTo(3);
    assertThat(bounds.within(9)).isEqualTo(8);
  }

  @Test
  void aStandingThresholdLearnsNothing() {
    StandingThreshold standing = new StandingThreshold(4.2);
    ThresholdState state = ThresholdState.begin();
    assertThat(standing.after(state, 9, false)).isSameAs(state);
    assertThat(standing.of(state)).isEqualTo(4.2);
  }
}
