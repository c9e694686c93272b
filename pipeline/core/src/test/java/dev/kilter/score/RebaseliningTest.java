package dev.kilter.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A score a minute of two channels; what has lasted four hours is normal, up to 10 deviations. */
class RebaseliningTest {
  private static final int HOUR = 60;
  private static final int SPAN = 4 * HOUR;
  private static final int ENOUGH = SPAN + HOUR;
  private static final double MOST = 10;

  private final Rebaselining rebaselining = new Rebaselining(Duration.ofMinutes(SPAN), MOST);
  private final Random random = new Random(5);
  private final List<BaselineMove> moves = new ArrayList<>();
  private final List<float[]> parts = new ArrayList<>();
  private Baseline baseline = Baseline.begin(2);
  private int minute;

  @Test
  void normalErrorsAreMeasuredAsTheModelDoes() {
    sees(3 * SPAN, at -> 0);

    assertThat(moves).isEmpty();
    assertThat(baseline.levels()).containsExactly(0, 0);
    assertThat(baseline.spreads()).containsExactly(1, 1);
  }

  @Test
  void aLevelThatLastsBecomesNormal() {
    sees(SPAN, at -> 0);
    sees(2 * SPAN, at -> 6);

    assertThat(meanOfTheLast(HOUR)).isCloseTo(0, within(0.3));
    assertThat(moves).hasSize(1);
    assertThat(moves.get(0).channel()).isZero();
    assertThat(moves.get(0).began()).isTrue();
    assertThat(moves.get(0).sinceMillis()).isEqualTo(minutes(SPAN + ENOUGH));
    assertThat(moves.get(0).detail())
        .matches("its error has stayed at 6\\.0 ± 1\\.\\d of normal's deviations for 14400 s");
  }

  @Test
  void aFaultThatIsSustainedForLessIsNotMeasuredAway() {
    sees(SPAN, at -> 0);
    sees(SPAN - 1, at -> 6);

    assertThat(meanOfTheLast(SPAN - 1)).isCloseTo(6, within(0.3));
    sees(2 * SPAN, at -> 0);
    assertThat(moves).isEmpty();
  }

  @Test
  void aFaultThatGrowsIsNotMeasuredAway() {
    sees(SPAN, at -> 0);
    sees(2 * SPAN, at -> 8.0 * at / (2 * SPAN));

    assertThat(moves).isEmpty();
    assertThat(meanOfTheLast(HOUR)).isGreaterThan(7);
  }

  @Test
  void aFaultThatGrowsTooSlowlyToTellIsOneOnceItIsLargerThanAllowed() {
    sees(40 * SPAN, at -> 20.0 * at / (40 * SPAN));

    assertThat(baseline.levels()[0]).isBetween(8f, (float) MOST);
    assertThat(meanOfTheLast(HOUR)).isGreaterThan(8);
  }

  @Test
  void aFaultThatComesAndGoesIsNotMeasuredAway() {
    sees(SPAN, at -> 0);
    sees(4 * SPAN, at -> at / 90 % 2 == 0 ? 9 : 0);

    assertThat(moves).isEmpty();
  }

  @Test
  void aFaultLargerThanAllowedIsNeverMeasuredAway() {
    sees(SPAN, at -> 0);
    sees(10 * SPAN, at -> MOST + 2);

    assertThat(moves).isEmpty();
    assertThat(meanOfTheLast(HOUR)).isCloseTo(MOST + 2, within(0.3));
  }

  @Test
  void whatIsAsBeforeIsMeasuredAsBefore() {
    sees(2 * SPAN, at -> 6);
    long since = moves.get(0).sinceMillis();
    sees(2 * SPAN, at -> 0);

    assertThat(baseline.levels()).containsExactly(0, 0);
    assertThat(moves).hasSize(2);
    assertThat(moves.get(1).began()).isFalse();
    assertThat(moves.get(1).sinceMillis()).isEqualTo(since);
  }

  @Test
  void aFaultOnTopOfANewNormalIsAsLargeAsItIs() {
    sees(3 * SPAN, at -> 6);
    sees(HOUR, at -> 11);

    assertThat(meanOfTheLast(HOUR)).isCloseTo(5 / baseline.spreads()[0], within(0.3));
  }

  @Test
  void theOtherChannelIsLeftAlone() {
    sees(2 * SPAN, at -> 6);

    assertThat(baseline.levels()[1]).isZero();
    assertThat(baseline.spreads()[1]).isEqualTo(1);
  }

  @Test
  void aChannelThatIsAbsentSaysNothing() {
    sees(3 * SPAN, at -> at % 20 == 0 ? 6 : Double.NaN);

    assertThat(moves).isEmpty();
    assertThat(parts.get(1)[0]).isNaN();
  }

  @Test
  void behindAGapTheSpanBeginsAnewAndWhatIsNormalStays() {
    sees(2 * SPAN, at -> 6);
    baseline = baseline.restart();
    sees(SPAN - 1, at -> 0);

    assertThat(baseline.levels()[0]).isCloseTo(6, within(0.3f));
    assertThat(moves).hasSize(1);
  }

  @Test
  void aPauseInTheSpanBeginsItAnew() {
    sees(SPAN / 2, at -> 6);
    minute += SPAN;
    sees(SPAN - 1, at -> 6);

    assertThat(moves).isEmpty();
  }

  @Test
  void theScoreIsThatOfTheMeasuredParts() {
    sees(2 * SPAN, at -> 6);
    Score score = Scores.at(minutes(++minute), 3, 6, 0);

    Score measured = rebaselining.take(score, baseline).score();

    assertThat(measured.raw()).isEqualTo(ErrorStatistics.raw(measured.parts()));
    assertThat(measured.raw()).isCloseTo(0, within(0.2));
    assertThat(measured.observed()).isEqualTo(score.observed());
  }

  /** Scores whose first channel has this level and the second none, both with noise of 1. */
  private void sees(int minutes, IntToDoubleFunction level) {
    for (int at = 0; at < minutes; at++) {
      float first = (float) (level.applyAsDouble(at) + random.nextGaussian());
      Score score = Scores.at(minutes(minute++), 0, first, (float) random.nextGaussian());
      Rebaselined rebaselined = rebaselining.take(score, baseline);
      baseline = rebaselined.baseline();
      moves.addAll(rebaselined.moves());
      parts.add(rebaselined.score().parts());
    }
  }

  private double meanOfTheLast(int count) {
    return parts.subList(parts.size() - count, parts.size()).stream()
        .mapToDouble(each -> each[0])
        .average()
        .orElseThrow();
  }

  private static long minutes(int count) {
    return Duration.ofMinutes(count).toMillis();
  }
}
