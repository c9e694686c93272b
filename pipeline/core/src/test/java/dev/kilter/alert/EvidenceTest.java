package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.score.Baseline;
import dev.kilter.score.Carried;
import dev.kilter.score.MovingAverage;
import dev.kilter.score.RecurrentState;
import dev.kilter.score.Score;
import dev.kilter.score.Scores;
import dev.kilter.score.Verdict;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.RowTelling;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import dev.kilter.sequence.ToldCells;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final List<String> NAMES = List.of("flow", "heat");

  @Test
  void channelsMeasuredFromElsewhereAreTold() {
    Baseline baseline = Baseline.begin(2);
    baseline.levels()[1] = 4;
    baseline.spreads()[1] = 2;

    Evidence evidence = of(baseline.measure(Scores.score(3, 1, 8)));

    assertThat(evidence.baselines()).containsExactly(new MovedChannel("heat", 4, 2));
    assertThat(evidence.raw()).isEqualTo((1 + 2) / 2.0);
  }

  @Test
  void whatTheModelsOwnStatisticsMeasureNeedsNoBaseline() {
    assertThat(of(Scores.score(3, 1, 8)).baselines()).isEmpty();
    assertThat(of(Baseline.begin(2).measure(Scores.score(3, 1, 8))).baselines()).isEmpty();
  }

  @Test
  void theStateAndTheRowsThatFollowedItAreToldOldestFirst() {
    RecurrentState began = new RecurrentState(7, new float[] {0.5f});
    Score first = score(10, true, began);
    Score second = score(20, false, first);
    Score third = score(40, true, second);

    CarriedEvidence carried = of(third).carried();

    assertThat(carried.state()).containsExactly(0.5f).isNotSameAs(began.values());
    assertThat(carried.lead().fromMillis()).isEqualTo(10);
    assertThat(carried.lead().toMillis()).isEqualTo(20);
    assertThat(carried.lead().afterMillis()).containsExactly(0, 10);
    assertThat(carried.lead().offsets()).containsExactly(new OffsetRange(0, 10, 20));
    ToldCells filled = carried.lead().filled().get(0);
    assertThat(filled.name()).isEqualTo("heat");
    assertThat(filled.rows()).containsExactly(1);
    assertThat(filled.values()).containsExactly(20);
    assertThat(of(third).offsets()).containsExactly(OffsetRange.of(0, 40));
  }

  @Test
  void theFirstRowOfABatchHasOnlyTheState() {
    CarriedEvidence carried = of(score(10, true, RecurrentState.begin())).carried();

    assertThat(carried.state()).isEmpty();
    assertThat(carried.lead()).isNull();
  }

  private static Evidence of(Score score) {
    Verdict verdict = new Verdict(score, 1, MovingAverage.empty().with(score, 1), 9);
    return Evidence.of(verdict, NAMES, RowTelling.plain());
  }

  /** Of a row whose offset and whose values are its time. */
  private static Score score(long millis, boolean heatMeasured, Carried carried) {
    Sequence row =
        new Sequence(
            Subject.of("pumps", "pump-1"),
            millis,
            millis,
            new float[] {(float) millis, (float) millis},
            new boolean[] {true, heatMeasured},
            2,
            List.of(OffsetRange.of(0, millis)));
    return new Score(row, 3, new float[] {1, 2}, new float[2], carried);
  }
}
