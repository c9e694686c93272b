package dev.kilter.tools.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void secondsAndDatesAreRead() {
    assertThat(parsed("7")).isEqualTo(Duration.ofSeconds(7));
    assertThat(parsed(" Sun, 01 Mar 2026 12:00:30 GMT ")).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void whatCannotBeReadOrHasPassedIsNoWait() {
    assertThat(parsed("soon")).isZero();
    assertThat(parsed("-7")).isZero();
    assertThat(parsed("Sun, 01 Mar 2026 11:00:00 GMT")).isZero();
  }

  @Test
  void nobodyIsWaitedForForDays() {
    assertThat(parsed("999999999")).isEqualTo(Duration.ofHours(1));
    assertThat(parsed("99999999999999999999")).isZero();
  }

  private static Duration parsed(String text) {
    return RetryAfter.parse(text, NOW);
  }
}
