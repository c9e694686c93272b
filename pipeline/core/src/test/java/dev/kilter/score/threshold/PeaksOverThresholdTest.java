package dev.kilter.score.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeaksOverThresholdTest {
  private static final double CALIBRATED = 4;
  private static final int KEPT = 100;

  /** 2 % are peaks. */
  private static final int SOUGHT = 5000;

  private static final double RISK = 1e-3;

  private final PeaksOverThreshold threshold = within(0.2, 10);

  @Test
  void startsAsCalibrated() {
    assertThat(threshold.of(ThresholdState.begin())).isEqualTo(CALIBRATED);
  }

  @Test
  void staysAsCalibratedUntilItsLevelIsFound() {
    Learner learner = new Learner(threshold).sees(SOUGHT - 1, Distribution.NORMAL.scores(1));
    assertThat(learner.threshold()).isEqualTo(CALIBRATED);
    assertThat(learner.sees(1, () -> 1).threshold()).isNotEqualTo(CALIBRATED);
  }

  @Test
  void itsLevelIsTheQuantileOfTheFirstScores() {
    Learner learner = new Learner(threshold).sees(SOUGHT, Distribution.BIMODAL.scores(2));
    Peaks peaks = learner.state().peaks();
    assertThat(peaks.level()).isEqualTo((float) learner.exactQuantile(0.98, SOUGHT));
    assertThat(peaks.highest()).hasSize(KEPT);
    assertThat(peaks.share()).isEqualTo(0.02);
  }

  @ParameterizedTest
  @CsvSource({
    // 1 + 0.8 · 3.0902, 0.6 ln 1000, and 0.3 (1000^0.2 - 1) / 0.2
    "NORMAL, 3.4722",
    "EXPONENTIAL, 4.1447",
    "HEAVY, 4.4716",
  })
  void isWhatScoresExceedWithTheRisk(Distribution distribution, double exact) {
    double[] found =
        IntStream.range(0, 20)
            .mapToDouble(
                seed ->
                    new Learner(threshold).sees(3 * SOUGHT, distribution.scores(seed)).threshold())
            .toArray();
    assertThat(IntStream.range(0, 20).mapToDouble(seed -> found[seed]).average().orElseThrow())
        .isCloseTo(exact, withPercentage(5));
    for (double each : found) {
      assertThat(each).isCloseTo(exact, withPercentage(30));
    }
  }

  @ParameterizedTest
  @CsvSource({"NORMAL", "EXPONENTIAL", "BIMODAL", "HEAVY"})
  void normalScoresExceedItAboutAsOftenAsTheRiskSays(Distribution distribution) {
    int exceeded = 0;
    int scores = 4 * SOUGHT;
    for (int seed = 0; seed < 10; seed++) {
      Learner learner = new Learner(threshold).sees(SOUGHT, distribution.scores(seed));
      int before = learner.exceeded();
      exceeded += learner.sees(scores, distribution.scores(100 + seed)).exceeded() - before;
    }
    assertThat(exceeded / (10.0 * scores)).isBetween(RISK / 2, 2 * RISK);
  }

  @Test
  void onlySoManyPeaksAreKeptAndTheyAreTheNewest() {
    Learner learner = new Learner(threshold).sees(SOUGHT, Distribution.NORMAL.scores(3));
    learner.sees(KEPT + 20, () -> 4.5);
    assertThat(learner.state().peaks().highest()).hasSize(KEPT).containsOnly(4.5f);
  }

  @Test
  void aScoreBelowItsLevelCopiesNothing() {
    ThresholdState before =
        new Learner(threshold).sees(SOUGHT, Distribution.NORMAL.scores(3)).state();
    ThresholdState after = threshold.after(before, 0, false);
    assertThat(after.peaks().highest()).isSameAs(before.peaks().highest());
    assertThat(after.value()).isEqualTo(before.value());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.4, 2})
  void anEntityThatHasBecomeAnotherIsLearnedAnew(double times) {
    Learner learner = new Learner(threshold).sees(SOUGHT, Distribution.EXPONENTIAL.scores(4));
    double level = learner.state().peaks().level();
    DoubleSupplier changed = Distribution.EXPONENTIAL.scores(5);
    learner.sees(8 * SOUGHT, () -> times * changed.getAsDouble());
    assertThat(learner.state().peaks().level()).isCloseTo(times * level, withPercentage(15));
  }

  @Test
  void whileALevelIsSoughtAgainTheThresholdStays() {
    Learner learner = new Learner(threshold).sees(2 * SOUGHT - 1, Distribution.NORMAL.scores(4));
    double before = learner.threshold();
    ThresholdState state = learner.state();
    Peaks none = new Peaks(state.peaks().level(), 2 * SOUGHT - 1, 1, state.peaks().highest());
    ThresholdState seeks =
        threshold.after(new ThresholdState(state.boundTo(), before, null, none), 0, false);
    assertThat(seeks.peaks().seeks()).isTrue();
    assertThat(threshold.of(seeks)).isEqualTo(before);
    assertThat(threshold.of(threshold.after(seeks, 0, false))).isEqualTo(before);
  }

  @Test
  void anEntityThatDegradesSlowlyTeachesItNoMoreThanItMay() {
    Random random = new Random(4);
    double[] level = {1};
    Learner learner = new Learner(within(0.5, 2));
    learner.sees(20 * SOUGHT, () -> (level[0] += 1e-4) + random.nextGaussian());
    assertThat(learner.threshold()).isEqualTo(2 * CALIBRATED);
  }

  @Test
  void anEntityThatIsVeryQuietTeachesItNoLessThanItMay() {
    Learner learner = new Learner(within(0.5, 2)).sees(2 * SOUGHT, () -> 0.01);
    assertThat(learner.threshold()).isEqualTo(0.5 * CALIBRATED);
  }

  @Test
  void oneHugeScoreIsNoHigherThanItsUpperBound() {
    Learner learner = new Learner(within(0.5, 2)).sees(SOUGHT, Distribution.NORMAL.scores(5));
    learner.sees(1, () -> 1e30);
    assertThat(learner.state().peaks().highest()).contains(8f).doesNotContain(1e30f);
  }

  @Test
  void nothingIsLearnedInAlarm() {
    ThresholdState state =
        new Learner(threshold).sees(SOUGHT, Distribution.NORMAL.scores(6)).state();
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
        new Learner(threshold).sees(SOUGHT, Distribution.NORMAL.scores(6)).state();
    PeaksOverThreshold next =
        new PeaksOverThreshold(ThresholdBounds.of(CALIBRATED, 0.2, 10, "ae/2"), 0.98, RISK, KEPT);
    assertThat(next.of(state)).isEqualTo(CALIBRATED);
    assertThat(next.after(state, 1, false).peaks().scores()).isEqualTo(1);
  }

  @Test
  void whatAnotherKindOfThresholdHasLearnedIsNotCounted() {
    ThresholdState counts =
        new ThresholdState(threshold.bounds().boundTo(), 5, ScoreCounts.begin(4), null);
    assertThat(threshold.after(counts, 1, false).peaks().scores()).isEqualTo(1);
  }

  @Test
  void theStateBeforeIsLeftAsItIs() {
    ThresholdState before =
        new Learner(threshold).sees(SOUGHT, Distribution.NORMAL.scores(3)).state();
    float[] peaks = before.peaks().highest().clone();
    threshold.after(before, 3.5, false);
    assertThat(before.peaks().highest()).isEqualTo(peaks);
  }

  private static PeaksOverThreshold within(double least, double most) {
    return new PeaksOverThreshold(
        ThresholdBounds.of(CALIBRATED, least, most, "ae/1"), 0.98, RISK, KEPT);
  }
}
