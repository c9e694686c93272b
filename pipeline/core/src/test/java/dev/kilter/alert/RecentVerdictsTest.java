package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentVerdictsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 31, 32, 33, 63, 64})
  void countsTheOddOnesAmongTheLast(int kept) {
    Random random = new Random(kept);
    Deque<Boolean> last = new ArrayDeque<>();
    RecentVerdicts verdicts = new RecentVerdicts(0);
    for (int i = 0; i < 500; i++) {
      boolean odd = random.nextBoolean();
      last.addLast(odd);
      if (last.size() > kept) {
        last.removeFirst();
      }
      verdicts = verdicts.with(odd, kept);
      assertThat(verdicts.odd()).isEqualTo((int) last.stream().filter(each -> each).count());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 63, 64})
  void remembersNoMoreThanItKeeps(int kept) {
    RecentVerdicts verdicts = new RecentVerdicts(0);
    for (int i = 0; i < 100; i++) {
      verdicts = verdicts.with(true, kept);
    }
    assertThat(verdicts.odd()).isEqualTo(kept);
  }
}
