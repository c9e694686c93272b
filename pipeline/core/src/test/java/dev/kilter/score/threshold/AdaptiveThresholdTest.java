package dev.kilter.score.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveThresholdTest {
  private static final double CALIBRATED = 4;
  private static final int LEAST_SCORES = 10_000;
  private static final int MEMORY = 20_000;

  private final AdaptiveThreshold threshold = followingWith(1);

  @Test
  void startsAsCalibrated() {
    assertThat(threshold.of(ThresholdState.begin())).isEqualTo(CALIBRATED);
  }

  @Test
  void staysAsCalibratedUntilEnoughWasSeen() {
    Learner learner = new Learner(threshold).sees(LEAST_SCORES - 1, Distribution.NORMAL.scores(1));
    assertThat(learner.threshold()).isEqualTo(CALIBRATED);
    assertThat(learner.sees(1, () -> 1).threshold()).isNotEqualTo(CALIBRATED);
  }

  @ParameterizedTest
  @EnumSource
  void isTheQuantileToWithinTwoPercent(Distribution distribution) {
    for (int seed = 0; seed < 5; seed++) {
      Learner learner = new Learner(threshold).sees(MEMORY, distribution.scores(seed));
      assertThat(learner.threshold())
          .isCloseTo(learner.exactQuantile(0.999, MEMORY), withPercentage(2));
    }
  }

  @Test
  void isSoManyTimesTheQuantileAsTheMarginSays() {
    double plain = new Learner(threshold).sees(MEMORY, Distribution.NORMAL.scores(3)).threshold();
    double wider =
        new Learner(followingWith(1.25)).sees(MEMORY, Distribution.NORMAL.scores(3)).threshold();
    assertThat(wider).isCloseTo(1.25 * plain, withPercentage(2));
  }

  @Test
  void followsAnEntityThatChanges() {
    DoubleSupplier before = Distribution.EXPONENTIAL.scores(7);
    DoubleSupplier after = Distribution.EXPONENTIAL.scores(8);
    Learner learner = new Learner(threshold).sees(3 * MEMORY, before);
    learner.sees(5 * MEMORY, () -> 1.5 * after.getAsDouble());
    assertThat(learner.threshold())
        .isCloseTo(learner.exactQuantile(0.999, 2 * MEMORY), withPercentage(5));
  }

  @Test
  void anEntityThatDegradesSlowlyTeachesItNoMoreThanItMay() {
    Random random = new Random(4);
    double[] level = {1};
    Learner learner = new Learner(threshold);
    learner.sees(10 * MEMORY, () -> (level[0] += 1e-4) + random.nextGaussian());
    assertThat(learner.threshold()).isCloseTo(2 * CALIBRATED, withPercentage(2));
    assertThat(learner.threshold()).isLessThanOrEqualTo(2 * CALIBRATED);
  }

  @Test
  void anEntityThatIsVeryQuietTeachesItNoLessThanItMay() {
    assertThat(new Learner(threshold).sees(MEMORY, () -> 0.01).threshold())
        .isEqualTo(0.5 * CALIBRATED);
    assertThat(new Learner(threshold).sees(MEMORY, () -> -3).threshold())
        .isEqualTo(0.5 * CALIBRATED);
  }

  @Test
  void theMarginIsNoPartOfTheLowerBound() {
    assertThat(new Learner(followingWith(1.25)).sees(MEMORY, () -> 1.8).threshold())
        .isCloseTo(1.25 * 1.8, withPercentage(2));
  }

  @Test
  void oneHugeScoreTeachesItNothing() {
    Learner learner = new Learner(threshold).sees(MEMORY, Distribution.NORMAL.scores(5));
    double before = learner.threshold();
    assertThat(learner.sees(1, () -> 1e30).threshold()).isCloseTo(before, within(0.1));
  }

  @Test
  void nothingIsLearnedInAlarm() {
    ThresholdState state = new Learner(threshold).sees(100, () -> 3).state();
    assertThat(threshold.after(state, 9, true)).isSameAs(state);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aScoreThatIsNoNumberSaysNothing(double score) {
    ThresholdState state = new Learner(threshold).sees(100, () -> 3).state();
    assertThat(threshold.after(state, score, false)).isSameAs(state);
  }

  @Test
  void whatWasLearnedUnderAnotherModelVersionCountsForNothing() {
    ThresholdState state =
        new Learner(threshold).sees(MEMORY, Distribution.NORMAL.scores(6)).state();
    AdaptiveThreshold next =
        new AdaptiveThreshold(
            ThresholdBounds.of(CALIBRATED, 0.5, 2, "ae/2"), 0.999, 1, LEAST_SCORES, MEMORY);
    assertThat(next.of(state)).isEqualTo(CALIBRATED);
    assertThat(next.after(state, 1, false).counts().scores()).isEqualTo(1);
  }

  @Test
  void whatAnotherKindOfThresholdHasLearnedIsNotCounted() {
    ThresholdState peaks = new ThresholdState(threshold.bounds().boundTo(), 5, null, Peaks.begin());
    assertThat(threshold.after(peaks, 1, false).counts().scores()).isEqualTo(1);
  }

  @Test
  void theStateBeforeIsLeftAsItIs() {
    ThresholdState before = new Learner(threshold).sees(100, () -> 3).state();
    float[] counts = before.counts().counts().clone();
    threshold.after(before, 3, false);
    assertThat(before.counts().counts()).isEqualTo(counts);
  }

  @Test
  void aScoreThatDoesNotMatterCopiesNothing() {
    ThresholdState before = new Learner(threshold).sees(100, () -> 3).state();
    assertThat(threshold.after(before, 1.99, false).counts().counts())
        .isSameAs(before.counts().counts());
  }

  @ParameterizedTest
  @CsvSource({"0.5, 2, 71", "0.1, 10, 233", "1, 1.01, 1"})
  void itsStateIsSmall(double least, double most, int classes) {
    ThresholdBounds bounds = ThresholdBounds.of(CALIBRATED, least, most, "ae/1");
    AdaptiveThreshold any = new AdaptiveThreshold(bounds, 0.999, 1, LEAST_SCORES, MEMORY);
    assertThat(new Learner(any).sees(1, () -> 1).state().counts().counts()).hasSize(classes);
  }

  private static AdaptiveThreshold followingWith(double margin) {
    ThresholdBounds bounds = ThresholdBounds.of(CALIBRATED, 0.5, 2, "ae/1");
    return new AdaptiveThreshold(bounds, 0.999, margin, LEAST_SCORES, MEMORY);
  }
}
