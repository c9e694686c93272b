package dev.kilter.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Tasks get their events in turns, so that none is ahead of the others. */
class TurnsTest {

  @Test
  void ofTwoTasksEachGetsEveryOtherEvent() {
    Turns turns = new Turns(8, 2);
    assertThat(numbers(turns, 0, 4)).containsExactly(0, 2, 4, 6);
    assertThat(numbers(turns, 4, 8)).containsExactly(1, 3, 5, 7);
  }

  @Test
  void theOnlyTaskGetsAllAsTheyCome() {
    assertThat(numbers(new Turns(5, 1), 0, 5)).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void refusesWhatCannotBeDealtOutEvenly() {
    assertThatThrownBy(() -> new Turns(7, 2))
        .isInstanceOf(UserError.class)
        .hasMessage("7 events cannot be dealt out to 2 tasks; give a multiple of that");
  }

  private static long[] numbers(Turns turns, long from, long to) {
    return LongStream.range(from, to).map(turns::number).toArray();
  }
}
