package dev.kilter.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
  private static final float NONE = Float.NaN;

  @Test
  void anEventMakesARowOfFloats() {
    Row row = Row.of(new Event("pump-1", 1000, new double[] {0.1, Double.NaN}, 2, 40, 0));
    assertThat(row.timeMillis()).isEqualTo(1000);
    assertThat(row.values()).containsExactly(0.1f, NONE);
    assertThat(row.origin()).containsExactly(OffsetRange.of(2, 40));
  }

  @Test
  void mergingFillsWhatIsAbsent() {
    assertThat(Row.merged(List.of(row(1, NONE, 3, NONE), row(2, 20, NONE, NONE))).values())
        .containsExactly(20, 3, NONE);
  }

  @Test
  void theFirstInTheTopicWinsInWhateverOrderTheyCome() {
    Row first = row(1, 1, 2);
    Row second = row(2, 10, 20);
    Row elsewhere = new Row(1000, new float[] {5, 6}, List.of(OffsetRange.of(1, 0)));
    assertThat(Row.merged(List.of(first, second, elsewhere)).values()).containsExactly(1, 2);
    assertThat(Row.merged(List.of(elsewhere, second, first)).values()).containsExactly(1, 2);
    assertThat(Row.merged(List.of(elsewhere, second)).values()).containsExactly(10, 20);
  }

  @Test
  void aSingleRowStaysAsItIs() {
    Row row = row(1, 1, 2);
    assertThat(Row.merged(List.of(row))).isSameAs(row);
  }

  @Test
  void aMergedRowKnowsWhereBothCameFrom() {
    assertThat(Row.merged(List.of(row(9, 2), row(4, 1))).origin())
        .containsExactly(new OffsetRange(0, 4, 9));
  }

  @Test
  void mergingLeavesBothRowsAsTheyWere() {
    Row first = row(1, NONE, 2);
    Row second = row(2, 10, NONE);
    assertThat(Row.merged(List.of(first, second))).isNotNull();
    assertThat(first.values()).containsExactly(NONE, 2);
    assertThat(second.values()).containsExactly(10, NONE);
  }

  @Test
  void aModelSeesItsChannelsInItsOrder() {
    Row selected = row(1, 10, 11, 12).select(new int[] {2, 0});
    assertThat(selected.values()).containsExactly(12, 10);
    assertThat(selected.timeMillis()).isEqualTo(1000);
    assertThat(selected.origin()).containsExactly(OffsetRange.of(0, 1));
  }

  private static Row row(long offset, float... values) {
    return new Row(1000, values, List.of(OffsetRange.of(0, offset)));
  }
}
