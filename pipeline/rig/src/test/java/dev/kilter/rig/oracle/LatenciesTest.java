package dev.kilter.rig.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long alerts took to come. */
class LatenciesTest {
  private final List<Latencies.Latency> each = new ArrayList<>();

  @Test
  void oneInAHundredMayTakeLonger() {
    for (int alert = 0; alert < 99; alert++) {
      at(1, 2);
    }
    at(1, 50);
    assertThat(new Latencies(each).most(0, seconds(9))).isEqualTo(Duration.ofSeconds(2));
    at(1, 50);
    at(1, 50);
    assertThat(new Latencies(each).most(0, seconds(9))).isEqualTo(Duration.ofSeconds(50));
  }

  @Test
  void itIsAsBeforeOnceTheLastSlowOnesHaveCome() {
    at(1, 2);
    at(11, 9);
    at(12, 2);
    at(17, 2);
    at(23, 2);
    Latencies latencies = new Latencies(each);
    assertThat(latencies.until(seconds(10), Duration.ofSeconds(4)))
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(latencies.until(seconds(15), Duration.ofSeconds(4))).isZero();
  }

  @Test
  void whatIsToldOfATimeTookSinceTheLastEventOfThatTime() {
    Told alert = new Told("a", 1, "{\"time\":\"1970-01-01T00:00:07Z\"}", 50);
    assertThat(Latencies.of(List.of(alert), millis -> millis == 7_000 ? 20 : 0).each())
        .containsExactly(new Latencies.Latency(50, 30));
  }

  private void at(long second, long took) {
    each.add(new Latencies.Latency(seconds(second), seconds(took)));
  }

  private static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
