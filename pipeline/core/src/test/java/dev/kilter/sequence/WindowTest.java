package dev.kilter.sequence;

import static dev.kilter.sequence.Follower.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowTest {

  @Test
  void forgetsTheOldestRowOnceFull() {
    Window window = filled(Fill.HOLD, 100, 1, 2, 3);
    assertThat(window.size()).isEqualTo(3);
    assertThat(filled(2, Fill.HOLD, 100, 1, 2, 3).values()).containsExactly(2, 3);
    assertThat(filled(2, Fill.HOLD, 100, 1, 2, 3).rowsSeen()).isEqualTo(3);
  }

  @Test
  void holdsTheLastValueAlsoOneThatHasLeftTheWindow() {
    Window window = filled(2, Fill.HOLD, 100, 5, NONE, NONE, NONE);
    assertThat(window.values()).containsExactly(5, 5);
    assertThat(window.mask()).containsExactly(false, false);
  }

  @Test
  void aValueStandsInForTheRowsBeforeItWhereThereWasNoneAsFarAsItsAgeReaches() {
    assertThat(filled(Fill.HOLD, 20, NONE, NONE, NONE, 7).values()).containsExactly(NONE, 7, 7, 7);
  }

  @Test
  void aLineIsDrawnOnceTheNextValueIsThere() {
    assertThat(filled(Fill.LINEAR, 100, 1, NONE, NONE).values()).containsExactly(1, 1, 1);
    Window window = filled(Fill.LINEAR, 100, 1, NONE, NONE, 7, NONE);
    assertThat(window.values()).containsExactly(1, 3, 5, 7, 7);
    assertThat(window.mask()).containsExactly(true, false, false, true, false);
  }

  @Test
  void aLineGoesOnFromAValueThatHasLeftTheWindow() {
    assertThat(filled(2, Fill.LINEAR, 100, 1, NONE, NONE, 7).values()).containsExactly(5, 7);
  }

  @Test
  void noLineIsDrawnOverMoreThanTheMaximumAge() {
    assertThat(filled(Fill.LINEAR, 20, 1, NONE, NONE, 7).values()).containsExactly(1, 1, 1, 7);
  }

  @Test
  void aConstantAndNothingAreWhatTheySay() {
    assertThat(filled(Fill.CONSTANT, 100, 5, NONE).values()).containsExactly(5, -1);
    assertThat(filled(Fill.NONE, 100, 5, NONE).values()).containsExactly(5, NONE);
  }

  @Test
  void goesOnWhereItWasKept() throws Exception {
    Window window = filled(3, Fill.LINEAR, 100, 0, 1, NONE, NONE);
    Map<Integer, Pane> panes = new HashMap<>();
    window.keepChanged(panes::put);
    Window kept = Window.of(window.frame());
    kept.fetchFrom(panes::get);
    kept.add(row(40, 7), selection(Fill.LINEAR, 100));
    assertThat(kept.values()).containsExactly(3, 5, 7);
    assertThat(kept.offsets(kept.size())).containsExactly(new OffsetRange(0, 20, 40));
  }

  @Test
  void aRowChangesItsPaneAndNoOther() throws Exception {
    Window window = filled(20, Fill.HOLD, 100, new float[20]);
    window.keepChanged((number, pane) -> {});
    List<Integer> changed = new ArrayList<>();

    window.add(row(1_000, 7), selection(Fill.HOLD, 100));
    window.keepChanged((number, pane) -> changed.add(number));

    assertThat(changed).containsExactly(0);
  }

  @Test
  void aLineThatIsDrawnChangesThePanesItGoesThrough() throws Exception {
    float[] values = new float[20];
    Arrays.fill(values, 6, 20, NONE);
    Window window = filled(24, Fill.LINEAR, 1_000, values);
    window.keepChanged((number, pane) -> {});
    List<Integer> changed = new ArrayList<>();

    window.add(row(200, 7), selection(Fill.LINEAR, 1_000));
    window.keepChanged((number, pane) -> changed.add(number));

    assertThat(changed).containsExactly(0, 1, 2);
  }

  @Test
  void aPaneThatAnotherModelHasLeftIsNotLookedAt() {
    Window window = Window.empty(12, 1);
    window.fetchFrom(number -> Pane.empty(2, 5));

    for (int row = 0; row < 12; row++) {
      window.add(row(row * 10L, row), selection(Fill.HOLD, 100));
    }

    assertThat(window.values()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void onlyPanesThatAreLookedAtAreFetched() throws Exception {
    Window window = filled(20, Fill.HOLD, 100, new float[20]);
    Window kept = Window.of(window.frame());
    List<Integer> fetched = new ArrayList<>();
    kept.fetchFrom(
        number -> {
          fetched.add(number);
          return null;
        });

    kept.add(row(1_000, 7), selection(Fill.HOLD, 100));

    assertThat(fetched).containsExactly(0, 2);
  }

  private static Window filled(Fill fill, long maximumAge, float... values) {
    return filled(values.length, fill, maximumAge, values);
  }

  /** One row every 10 ms. */
  private static Window filled(int capacity, Fill fill, long maximumAge, float... values) {
    Window window = Window.empty(capacity, 1);
    for (int row = 0; row < values.length; row++) {
      window.add(row(row * 10L, values[row]), selection(fill, maximumAge));
    }
    return window;
  }

  private static Row row(long millis, float value) {
    List<OffsetRange> origin = List.of(OffsetRange.of(0, millis));
    return new Row(millis, new float[] {value}, new boolean[1], origin);
  }

  private static ChannelSelection selection(Fill fill, long maximumAge) {
    return PlanMaker.plan(1, 1).fill(fill, maximumAge).make().channels();
  }
}
