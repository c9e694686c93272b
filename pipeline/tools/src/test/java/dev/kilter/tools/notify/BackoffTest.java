package dev.kilter.tools.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void eachWaitIsTwiceTheOneBeforeUpToTheLongest() {
    Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(3), () -> 0L);

    assertThat(IntStream.of(1, 2, 3, 4, 100, 100_000).mapToObj(backoff::after))
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1000L, 2000L, 3000L, 3000L, 3000L);
  }

  @Test
  void byChanceAWaitIsUpToHalfShorter() {
    Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(3), new Random(1));

    assertThat(IntStream.range(0, 1000).mapToLong(any -> backoff.after(1).toMillis()))
        .allMatch(millis -> millis >= 250 && millis <= 500)
        .anyMatch(millis -> millis < 300)
        .anyMatch(millis -> millis > 450);
  }
}
