package dev.kilter.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentTest {
  private static final double NONE = Double.NaN;

  private final List<Reading> readings =
      new ArrayList<>(
          List.of(
              new Reading(20, new double[] {9, NONE}, 0, 1, 0),
              new Reading(10, new double[] {1, NONE}, 0, 5, 0),
              new Reading(10, new double[] {2, 4}, 0, 5, 1),
              new Reading(10, new double[] {3, NONE}, 1, 2, 0)));

  @Test
  void ofSeveralValuesTheFirstInTheTopicWins() {
    List<Moment> moments = Moment.inOrder(readings, Duplicates.FIRST);
    assertThat(moments).extracting(Moment::timeMillis).containsExactly(10L, 20L);
    assertThat(moments.get(0).values()).containsExactly(1, 4);
  }

  @Test
  void ofSeveralValuesTheLastInTheTopicWinsWhereThatIsChosen() {
    assertThat(Moment.inOrder(readings, Duplicates.LAST).get(0).values()).containsExactly(3, 4);
  }

  @Test
  void countsTheValuesThatLost() {
    List<Moment> moments = Moment.inOrder(readings, Duplicates.FIRST);
    assertThat(moments).extracting(Moment::duplicates).containsExactly(2, 0);
  }

  @Test
  void saysWhereItsReadingsLie() {
    assertThat(Moment.inOrder(readings, Duplicates.FIRST).get(0).origin())
        .containsExactly(OffsetRange.of(0, 5), OffsetRange.of(1, 2));
  }

  @Test
  void theOrderOfArrivalDoesNotCount() {
    for (Duplicates rule : Duplicates.values()) {
      double[] inOrder = Moment.inOrder(readings, rule).get(0).values();
      for (int seed = 0; seed < 20; seed++) {
        Collections.shuffle(readings, new Random(seed));
        assertThat(Moment.inOrder(readings, rule).get(0).values()).containsExactly(inOrder);
      }
    }
  }
}
