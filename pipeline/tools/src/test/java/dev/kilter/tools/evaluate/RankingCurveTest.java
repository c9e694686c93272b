package dev.kilter.tools.evaluate;

import static dev.kilter.tools.evaluate.Watched.minutes;
import static dev.kilter.tools.evaluate.Watched.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RankingCurveTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  @Test
  void isOneThroughoutWhenEveryLabelledRowRanksFirst() {
    RankingCurve curve = RankingCurve.of(scored(new double[] {1, 9, 8, 2}, minutes(1, 3)));

    assertThat(curve).isEqualTo(new RankingCurve(1, 1, 1));
  }

  @Test
  void weighsEachFindByThePrecisionThere() {
    // By rank: odd, normal, odd, normal. Precision at the finds 1 and 2/3; one pair of four is
    // the wrong way round; the best F1 takes the first three.
    RankingCurve curve = RankingCurve.of(scored(new double[] {4, 2, 3, 1}, minutes(0, 2)));

    assertThat(curve.aucPr()).isCloseTo((1 + 2 / 3.0) / 2, CLOSE);
    assertThat(curve.aucRoc()).isCloseTo(3 / 4.0, CLOSE);
    assertThat(curve.oracleF1()).isCloseTo(4 / 5.0, CLOSE);
  }

  @Test
  void gainsNothingFromTheOrderOfEqualScores() {
    RankingCurve curve = RankingCurve.of(scored(new double[] {5, 5, 5, 5, 5}, minutes(0, 1)));

    assertThat(curve.aucPr()).isCloseTo(1 / 5.0, CLOSE);
    assertThat(curve.aucRoc()).isCloseTo(1 / 2.0, CLOSE);
    assertThat(curve.oracleF1()).isCloseTo(2 / 6.0, CLOSE);
  }

  @Test
  void ranksARowThatWasNotJudgedBehindTheLowestScore() {
    RankingCurve curve =
        RankingCurve.of(scored(new double[] {EntityRows.NOT_JUDGED, -7}, minutes(0, 1)));

    assertThat(curve.aucPr()).isCloseTo(1 / 2.0, CLOSE);
    assertThat(curve.aucRoc()).isZero();
  }

  @Test
  void isUndefinedWithoutALabelledRow() {
    assertThat(RankingCurve.of(scored(new double[] {1, 2})))
        .isEqualTo(new RankingCurve(Double.NaN, Double.NaN, Double.NaN));
  }

  @Test
  void hasNoRocAreaWithoutANormalRow() {
    RankingCurve curve = RankingCurve.of(scored(new double[] {1, 2}, minutes(0, 2)));

    assertThat(curve.aucPr()).isEqualTo(1);
    assertThat(curve.aucRoc()).isNaN();
  }
}
