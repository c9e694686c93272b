package dev.kilter.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceShapeTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 7, 1000})
  void allThatIsCompleteIsOfATimeUpToOneOfThem(long periodMillis) {
    SequenceShape shape = new SequenceShape(3, 3, 1, periodMillis, 60_000, null);
    Random random = new Random(periodMillis);
    for (int trial = 0; trial < 10_000; trial++) {
      long time = random.nextLong(-5_000, 5_000);
      long passed = time + random.nextLong(-1_500, 1_500);
      assertThat(time <= shape.completeUpTo(passed))
          .as("%d when event time is %d", time, passed)
          .isEqualTo(shape.completeAt(time) <= passed);
    }
    assertThat(shape.completeUpTo(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 7, 1000})
  void aRowIsNoFurtherBehindThanTheLongestDelay(long periodMillis) {
    SequenceShape rows = new SequenceShape(3, 3, 1, periodMillis, 60_000, null);
    SequenceShape sessions =
        new SequenceShape(3, 3, 1, periodMillis, 60_000, new SessionRule(500, -1, 0));
    long longest = 0;
    long longestOfSessions = 0;
    for (long time = 0; time < 3_000; time++) {
      long row = rows.onGrid() ? rows.cellOf(time) : time;
      longest = Math.max(longest, rows.completeAt(time) - row);
      longestOfSessions = Math.max(longestOfSessions, sessions.completeAt(time + 500) - row);
    }

    assertThat(rows.longestDelayMillis()).isEqualTo(longest);
    assertThat(sessions.longestDelayMillis()).isGreaterThanOrEqualTo(longestOfSessions);
  }
}
