package dev.kilter.sequence;

import static dev.kilter.sequence.Plans.NONE;
import static dev.kilter.sequence.Plans.append;
import static dev.kilter.sequence.Plans.plan;
import static dev.kilter.sequence.Plans.reason;
import static dev.kilter.sequence.Plans.row;
import static dev.kilter.sequence.Plans.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final History history = History.begin("model/1 (hash)");

  @Test
  void saysHowMuchHistoryIsMissing() {
    SequencePlan plan = plan(3, 1, 10);
    assertThat(reason(append(history, plan, row(1, 1)))).isEqualTo("not enough history: 1 of 3");
    assertThat(reason(append(history, plan, row(2, 1)))).isEqualTo("not enough history: 2 of 3");
  }

  @Test
  void cutsASequenceOnceFull() {
    Envelope<Sequence> cut = append(history, plan(2, 1, 10, 10), row(5, 1, 2), row(6, 3, 4));
    assertThat(cut.detector()).isEqualTo("pumps");
    assertThat(cut.entity()).isEqualTo("pump-1");
    assertThat(cut.timeMillis()).isEqualTo(6);
    assertThat(sequence(cut).fromMillis()).isEqualTo(5);
    assertThat(sequence(cut).timeMillis()).isEqualTo(6);
    assertThat(sequence(cut).values()).containsExactly(1, 2, 3, 4);
    assertThat(sequence(cut).newest()).containsExactly(3, 4);
  }

  @Test
  void forgetsTheOldestRowOnceFull() {
    Envelope<Sequence> cut = append(history, plan(2, 1, 10), row(1, 1), row(2, 2), row(3, 3));
    assertThat(sequence(cut).values()).containsExactly(2, 3);
    assertThat(history.rows()).extracting(Row::timeMillis).containsExactly(2L, 3L);
    assertThat(history.rowsSeen()).isEqualTo(3);
  }

  @Test
  void countsTheStrideFromTheStartOfTheHistory() {
    SequencePlan plan = plan(3, 2, 10);
    List<Integer> cutAt = new ArrayList<>();
    for (int time = 1; time <= 9; time++) {
      if (append(history, plan, row(time, 1)) instanceof Envelope.Judgeable) {
        cutAt.add(time);
      }
    }
    assertThat(cutAt).containsExactly(3, 5, 7, 9);
  }

  @Test
  void givesNothingWhereTheStridePassesOver() {
    assertThat(append(history, plan(1, 3, 10), row(1, 1), row(2, 1))).isNull();
  }

  @Test
  void goesOnWithTheStrideWhereAKeptHistoryLeftOff() {
    SequencePlan plan = plan(1, 3, 10);
    assertThat(append(history, plan, row(1, 1), row(2, 1))).isNull();
    History kept = new History(history.modelVersion(), history.rowsSeen(), history.rows());
    assertThat(append(kept, plan, row(3, 1))).isNull();
    assertThat(append(kept, plan, row(4, 1))).isInstanceOf(Envelope.Judgeable.class);
  }

  @Test
  void namesTheChannelThatHasNoRecentValue() {
    Envelope<Sequence> cut = append(history, plan(2, 1, 10, 10), row(1, 1, NONE), row(2, 2, NONE));
    assertThat(reason(cut)).isEqualTo("no recent value of b");
  }

  @Test
  void doesNotJudgeARowWithoutAnyChannelOfTheModel() {
    Envelope<Sequence> cut = append(history, plan(2, 1, 10, 10), row(1, 1, 2), row(2, NONE, NONE));
    assertThat(reason(cut)).isEqualTo("no channel of the model in this row");
    assertThat(cut.timeMillis()).isEqualTo(2);
  }

  @Test
  void presenceIsThatOfTheNewestRowBeforeFilling() {
    Envelope<Sequence> cut = append(history, plan(2, 1, 10, 10), row(1, NONE, 2), row(2, 3, NONE));
    assertThat(sequence(cut).present()).containsExactly(true, false);
    assertThat(sequence(cut).values()).containsExactly(3, 2, 3, 2);
  }

  @Test
  void aFilledValueIsNotKeptAsARealOne() {
    SequencePlan plan = plan(2, 1, 10);
    append(history, plan, row(0, 5), row(9, NONE));
    assertThat(reason(append(history, plan, row(18, NONE)))).isEqualTo("no recent value of a");
  }

  @Test
  void theOffsetsAreThoseOfItsRowsOnly() {
    Row fromElsewhere = new Row(3, new float[] {1}, List.of(OffsetRange.of(4, 70)));
    Envelope<Sequence> cut = append(history, plan(2, 1, 10), row(1, 1), row(2, 1), fromElsewhere);
    assertThat(sequence(cut).offsets())
        .containsExactly(OffsetRange.of(0, 2), OffsetRange.of(4, 70));
  }

  @Test
  void keepsOnlyTheChannelsOfTheModel() {
    SequencePlan wide = plan(1, 1, 10);
    SequencePlan second =
        new SequencePlan(
            wide.detector(),
            wide.entities(),
            wide.modelVersion(),
            new ChannelSelection(new String[] {"b"}, new int[] {1}, new long[] {10}),
            1,
            1);
    assertThat(sequence(append(history, second, row(1, 1, 2))).values()).containsExactly(2);
    assertThat(history.rows().get(0).values()).containsExactly(2);
  }
}
