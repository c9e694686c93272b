package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a detector that has none of its own. */
class AlertPolicyTest {
  private static final double WEIGHT = 0.01;
  private static final int MEMORY = 100;

  @ParameterizedTest
  @CsvSource({
    "1, 3, 5, 10",
    "20, 3, 5, 20",
    "21, 4, 6, 21",
    "197, 30, 50, 197",
    "257, 39, 64, 257",
    "2147483647, 39, 64, 1000000",
  })
  void theLongerARowIsSeenTheMoreVerdictsItTakes(int memory, int odd, int of, int clear) {
    AlertPolicy policy = suiting(memory);
    assertThat(policy.opening()).isEqualTo(new OpeningRule(odd, of, Duration.ZERO));
    assertThat(policy.closing())
        .isEqualTo(new ClosingRule(clear, Duration.ZERO, 0.8, Duration.ZERO));
  }

  @Test
  void itIsAlwaysThreeOfFive() {
    assertThat(IntStream.rangeClosed(1, 300).mapToObj(AlertPolicyTest::suiting))
        .extracting(AlertPolicy::opening)
        .allMatch(rule -> rule.odd() * 5 >= rule.of() * 3)
        .allMatch(rule -> (rule.odd() - 1) * 5 < rule.of() * 3);
  }

  @Test
  void whatIsToldOfOneThatGoesOnIsAsAsked() {
    UpdateRule updates = new UpdateRule(Duration.ofHours(6), Duration.ofDays(1));
    assertThat(AlertPolicy.suiting(MEMORY, updates).updates()).isEqualTo(updates);
  }

  @Test
  void oneOddRowThatLiftsTheAverageALittleOverTheThresholdOpensNothing() {
    double[] normal = new double[10];
    double oddRow = 1.1 * 10 / WEIGHT;
    double[] after = new double[3 * MEMORY];

    assertThat(plain().sees(normal).sees(oddRow).sees(after).told())
        .containsExactly("13 opened 1", "30 closed 2");
    assertThat(suited().sees(normal).sees(oddRow).sees(after).told()).isEmpty();
  }

  @Test
  void whatGoesOnOpensWithinAQuarterOfTheTimeThatARowIsSeen() {
    double[] normal = new double[10];
    double[] odd = DoubleStream.generate(() -> 40).limit(MEMORY).toArray();
    int over = 10 + 29;

    assertThat(plain().sees(normal).sees(odd).told()).first().isEqualTo((over + 2) + " opened 1");
    assertThat(suited().sees(normal).sees(odd).told()).first().isEqualTo((over + 14) + " opened 1");
  }

  @Test
  void oddRowsOfWhichTheAverageStillTellsWhenTheNextOnesComeAreOneIncident() {
    double[] normal = new double[10];
    double[] odd = DoubleStream.generate(() -> 40).limit(55).toArray();
    double[] pause = new double[130];
    double[] end = new double[3 * MEMORY];

    assertThat(told(plain(), normal, odd, pause, odd, end))
        .containsExactly("opened", "closed", "opened", "closed");
    assertThat(told(suited(), normal, odd, pause, odd, end)).containsExactly("opened", "closed");
  }

  private static List<String> told(Watchman watchman, double[]... scores) {
    for (double[] some : scores) {
      watchman.sees(some);
    }
    return watchman.alerts().stream().map(alert -> alert.cause().label()).toList();
  }

  private static AlertPolicy suiting(int memory) {
    return AlertPolicy.suiting(memory, UpdateRule.NEVER);
  }

  private static Watchman plain() {
    return new Watchman("pump-1", WEIGHT, AlertPolicy.standard());
  }

  private static Watchman suited() {
    return new Watchman("pump-1", WEIGHT, suiting(MEMORY));
  }
}
