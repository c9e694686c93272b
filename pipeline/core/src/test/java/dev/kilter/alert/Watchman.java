package dev.kilter.alert;

import dev.kilter.alert.quiet.QuietTime;
import dev.kilter.alert.quiet.QuietTimes;
import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.event.EntityPattern;
import dev.kilter.event.PerEntity;
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
    return sees(Scores.at(timeMillis, score, (float) score, 0).classified(classes));
  }

  private Watchman sees(Score next) {
    Judgement judgement = judge.judge(Subject.of("pumps", entity), next, watch);
    watch = judgement.watch();
    if (judgement.alert() != null) {
      alerts.add(judgement.alert());
    }
    return this;
  }

  /** Lets time pass without a score. */
  Watchman waits(long millis) {
    timeMillis += millis;
    return this;
  }

  /** Judges a score of two channels with these parts. */
  Watchman seesParts(float a, float b) {
    timeMillis += STEP_MILLIS;
    return sees(Scores.at(timeMillis, (a + b) / 2, a, b));
  }

  /** Keeps quiet from one second to another, the latter not included. */
  Watchman keepsQuiet(long fromSecond, long untilSecond) {
    TimeWindow window = new TimeWindow(fromSecond * STEP_MILLIS, untilSecond * STEP_MILLIS);
    judge =
        judge.keepingQuietIn(
            new QuietTimes(
                List.of(new QuietTime("work", EntityPattern.of("*"), List.of(), window))));
    return this;
  }

  /** What was told: second, cause, revision. */
  List<String> told() {
    return alerts.stream()
        .map(
            alert ->
                "%d %s %d"
                    .formatted(
                        alert.timeMillis() / STEP_MILLIS,
                        alert.cause().label(),
                        alert.incident().revision()))
        .toList();
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
