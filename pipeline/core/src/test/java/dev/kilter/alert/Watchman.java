package dev.kilter.alert;

import dev.kilter.event.PerEntity;
import dev.kilter.score.MovingAverage;
import dev.kilter.score.Score;
import dev.kilter.score.Scores;
import dev.kilter.score.ScoringRule;
import dev.kilter.sequence.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows one entity through a judge: one score a second, weight 1 unless told, threshold 10. Keeps
 * every alert.
 */
final class Watchman {
  static final long STEP_MILLIS = 1000;
  private final List<Alert> alerts = new ArrayList<>();
  private final String entity;
  private final AlertPolicy policy;
  private Judge judge;
  private Watch watch = Watch.begin();
  private long timeMillis;

  Watchman(String entity, double weight, AlertPolicy policy) {
    this(
        entity,
        PerEntity.same(
            new ModelRule(new ModelReference("flat", "1", "hash"), new ScoringRule(weight, 10))),
        policy);
  }

  Watchman(String entity, PerEntity<ModelRule> models, AlertPolicy policy) {
    this.entity = entity;
    this.policy = policy;
    isJudgedWith(models);
  }

  /** Goes on with other models. */
  Watchman isJudgedWith(PerEntity<ModelRule> models) {
    judge =
        new Judge(new DetectorId("plant", "pumps"), models, policy, List.of("a", "b"))
            .telling(List.of("leak", "wear", "sag", "normal"));
    return this;
  }

  /** 2 of 3 open, 2 close, 5 s of cooldown. */
  static Watchman standard() {
    return new Watchman("pump-1", 1, new AlertPolicy(2, 3, 2, Duration.ofSeconds(5)));
  }

  /** Judges scores, a second apart. */
  Watchman sees(double... scores) {
    for (double score : scores) {
      sees(score, new float[0]);
    }
    return this;
  }

  /** Judges a score of which a classifier says this; {@code leak, wear, sag, normal}. */
  Watchman sees(double score, float[] classes) {
    timeMillis += STEP_MILLIS;
    Score next = Scores.at(timeMillis, score, (float) score, 0).classified(classes);
    Judgement judgement = judge.judge(Subject.of("pumps", entity), next, watch);
    watch = judgement.watch();
    if (judgement.alert() != null) {
      alerts.add(judgement.alert());
    }
    return this;
  }

  /** The entity stops. */
  Watchman isForgotten() {
    Alert last = judge.forget(Subject.of("pumps", entity), timeMillis, watch);
    if (last != null) {
      alerts.add(last);
    }
    return this;
  }

  Watchman isReset() {
    watch = watch.reset();
    return this;
  }

  /** Goes on from what would have been kept in a savepoint. */
  Watchman isRestored() {
    watch =
        new Watch(
            new MovingAverage(watch.average().score(), watch.average().parts().clone()),
            watch.recentVerdicts(),
            copyOf(watch.incident()),
            watch.quietUntilMillis());
    return this;
  }

  private static Incident copyOf(Incident kept) {
    return kept == null
        ? null
        : new Incident(
            kept.id(),
            kept.revision(),
            kept.openedMillis(),
            kept.severity(),
            kept.peak(),
            kept.clearInARow(),
            kept.classes());
  }

  Watch watch() {
    return watch;
  }

  List<Alert> alerts() {
    return alerts;
  }

  Alert last() {
    return alerts.get(alerts.size() - 1);
  }
}
