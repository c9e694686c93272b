package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds of a million random lives, whatever the scores and the rules. */
class IncidentLifeModelTest {
  private static final long LIVES = 1_000_000;

  /** Nobody goes in these lives. */
  private static final Set<AlertCause> GONE =
      EnumSet.of(AlertCause.FORGOTTEN, AlertCause.UNWATCHED);

  @Test
  void everyLifeKeepsTheRulesOfIncidents() {
    Map<AlertCause, LongAdder> seen = new EnumMap<>(AlertCause.class);
    List.of(AlertCause.values()).forEach(cause -> seen.put(cause, new LongAdder()));
    LongAdder moved = new LongAdder();
    List<String> broken =
        LongStream.range(0, LIVES)
            .parallel()
            .mapToObj(seed -> broken(seed, seen, moved))
            .filter(words -> words != null)
            .limit(5)
            .toList();

    assertThat(broken).isEmpty();
    assertThat(moved.sum()).as("lives with a moved threshold").isGreaterThan(LIVES / 100);
    assertThat(seen)
        .allSatisfy(
            (cause, count) ->
                assertThat(count.sum())
                    .as(cause.label())
                    .isGreaterThan(GONE.contains(cause) ? -1 : LIVES / 1_000));
  }

  private static String broken(long seed, Map<AlertCause, LongAdder> seen, LongAdder moved) {
    RandomRun run = new RandomRun(seed);
    Consumer told = new Consumer();
    LifeByDefinition definition =
        run.policy().flapping().applies() ? null : new LifeByDefinition(run.policy());
    for (RandomRun.Moment moment : run.moments()) {
      Watch watch = moment.judgement().watch();
      if (definition != null && definition.isOpenAfter(moment) != (watch.incident() != null)) {
        return seed + ": at " + moment.timeMillis() + " the rules say otherwise";
      }
      if (definition != null && differ(definition.threshold(), moment.judgement())) {
        return seed + ": at " + moment.timeMillis() + " it is held against something else";
      }
      Alert alert = moment.judgement().alert();
      String wrong = alert == null ? null : told.wrong(alert, run.isQuiet(alert.timeMillis()));
      if (wrong != null) {
        return seed + ": at " + moment.timeMillis() + " " + wrong;
      }
      if (alert != null) {
        seen.get(alert.cause()).increment();
      }
    }
    moved.add(run.watch().tuning().factor() > 1 ? 1 : 0);
    Incident open = run.watch().incident();
    boolean toldOpen = open != null && open.telling().open();
    boolean same = toldOpen ? open.id().equals(told.open) : told.open == null;
    return same ? null : seed + ": in the end " + told.open + " was told open, but is not";
  }

  /** A factor is kept of the threshold, so that the last digits are others. */
  private static boolean differ(double threshold, Judgement judgement) {
    return Math.abs(judgement.verdict().threshold() / threshold - 1) > 1e-12;
  }

  /** Who reads the alerts, and what it has to find in them. */
  private static final class Consumer {
    private final Map<String, Integer> revisions = new HashMap<>();
    private String open;

    String wrong(Alert alert, boolean quiet) {
      Incident incident = alert.incident();
      int before = revisions.getOrDefault(incident.id(), 0);
      if (incident.revision() != before + 1) {
        return "revision " + incident.revision() + " comes after " + before;
      }
      if (open != null && !open.equals(incident.id())) {
        return "two are open";
      }
      boolean closed = alert.status() == AlertStatus.CLOSED;
      if (closed != alert.cause().ends()) {
        return alert.status() + " because of " + alert.cause();
      }
      if (closed && open == null) {
        return "what was not open is closed";
      }
      if (quiet && !closed) {
        return "a quiet time is broken";
      }
      if (alert.findings().peak() < alert.findings().score()) {
        return "the peak is below the score";
      }
      if (open == null && !begins(alert.cause())) {
        return alert.cause() + " of what is not open";
      }
      revisions.put(incident.id(), incident.revision());
      open = closed ? null : incident.id();
      return null;
    }

    private static boolean begins(AlertCause cause) {
      return switch (cause) {
        case OPENED, REOPENED, FLAPPING, UNSILENCED -> true;
        default -> false;
      };
    }
  }
}
