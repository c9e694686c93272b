package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of every run, whatever the scores. */
class JudgeModelTest {
  private static final int SCORES = 100_000;
  private static final double[] RUN = scores();
  private static final List<Alert> ALERTS = watchman().sees(RUN).alerts();

  @Test
  void thereWereEnoughAlertsToLearnFrom() {
    assertThat(ALERTS).hasSizeGreaterThan(2_000);
    assertThat(ALERTS).extracting(Alert::status).contains(AlertStatus.CLOSED);
    assertThat(ALERTS).anyMatch(alert -> alert.incident().revision() > 3);
  }

  @Test
  void thereAreNeverTwoOpenIncidents() {
    String open = null;
    for (Alert alert : ALERTS) {
      String id = alert.incident().id();
      assertThat(open == null || open.equals(id)).isTrue();
      open = alert.status() == AlertStatus.OPEN ? id : null;
    }
  }

  @Test
  void everyRevisionIsTheOneBeforePlusOne() {
    Map<String, Integer> revisions = new HashMap<>();
    for (Alert alert : ALERTS) {
      int before = revisions.getOrDefault(alert.incident().id(), 0);
      assertThat(alert.incident().revision()).isEqualTo(before + 1);
      revisions.put(alert.incident().id(), before + 1);
    }
  }

  @Test
  void aClosedIncidentIsNeverToldOfAgain() {
    Set<String> closed = new HashSet<>();
    for (Alert alert : ALERTS) {
      assertThat(closed).doesNotContain(alert.incident().id());
      if (alert.status() == AlertStatus.CLOSED) {
        closed.add(alert.incident().id());
      }
    }
  }

  @Test
  void thePeakIsTheHighestScoreTold() {
    for (Alert alert : ALERTS) {
      assertThat(alert.findings().peak())
          .isGreaterThanOrEqualTo(alert.findings().score())
          .isEqualTo(alert.incident().peak());
    }
  }

  private static Watchman watchman() {
    return new Watchman("pump-1", 0.7, new AlertPolicy(3, 5, 4, Duration.ofSeconds(9)));
  }

  /** Calm with storms, so that incidents open, worsen and close. */
  private static double[] scores() {
    Random random = new Random(7);
    double[] scores = new double[SCORES];
    double storm = 0;
    for (int i = 0; i < SCORES; i++) {
      if (random.nextInt(12) == 0) {
        storm = random.nextBoolean() ? 0 : Math.exp(random.nextGaussian()) * 12;
      }
      scores[i] = storm + random.nextGaussian() * 3;
    }
    return scores;
  }
}
