package dev.kilter.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void holdsAReadingBackUntilItsTimeHasCome() {
    AtomicLong clockNanos = new AtomicLong(5_000);
    Pace pace = new Pace(Speed.parse("600x"), 1_000, clockNanos::get);

    assertThat(pace.waitNanos(61_000)).isEqualTo(100_000_000);
    clockNanos.addAndGet(100_000_000);
    assertThat(pace.waitNanos(61_000)).isZero();
  }

  @Test
  void holdsNothingBackAtFullSpeed() {
    assertThat(new Pace(Speed.parse("max"), 0, () -> 0).waitNanos(Long.MAX_VALUE)).isZero();
  }
}
