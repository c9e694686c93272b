package dev.kilter.score;

import static dev.kilter.score.Scores.score;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MovingAverageTest {
  private static final float NONE = Float.NaN;

  @Test
  void ofNothingThereIsNone() {
    assertThat(MovingAverage.empty().score()).isNaN();
    assertThat(MovingAverage.empty().parts()).isEmpty();
  }

  @Test
  void theFirstScoreIsTheAverage() {
    MovingAverage average = MovingAverage.empty().with(score(8, 6, 10), 0.25);
    assertThat(average.score()).isEqualTo(8);
    assertThat(average.parts()).containsExactly(6, 10);
  }

  @Test
  void theNewestWeighsWhatItIsGiven() {
    MovingAverage average =
        MovingAverage.empty().with(score(8, 6, 10), 0.25).with(score(4, 2, 6), 0.25);
    assertThat(average.score()).isEqualTo(7);
    assertThat(average.parts()).containsExactly(5, 9);
  }

  @Test
  void withAllTheWeightOnlyTheNewestCounts() {
    assertThat(MovingAverage.empty().with(score(8, 1), 1).with(score(3, 2), 1).score())
        .isEqualTo(3);
  }

  @Test
  void anAbsentChannelKeepsItsAverage() {
    MovingAverage average =
        MovingAverage.empty().with(score(8, 6, 10), 0.5).with(score(8, 2, NONE), 0.5);
    assertThat(average.parts()).containsExactly(4, 10);
  }

  @Test
  void aChannelSeenForTheFirstTimeBeginsWithWhatItHas() {
    MovingAverage average =
        MovingAverage.empty().with(score(8, 6, NONE), 0.5).with(score(8, 2, 3), 0.5);
    assertThat(average.parts()).containsExactly(4, 3);
  }

  @Test
  void averagingLeavesTheScoreAndTheAverageBeforeAsTheyWere() {
    MovingAverage before = MovingAverage.empty().with(score(8, 6), 0.5);
    Score newest = score(2, 2);
    assertThat(before.with(newest, 0.5).score()).isEqualTo(5);
    assertThat(before.parts()).containsExactly(6);
    assertThat(newest.parts()).containsExactly(2);
  }
}
