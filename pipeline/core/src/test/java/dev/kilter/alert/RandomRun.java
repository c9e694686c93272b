package dev.kilter.alert;

import dev.kilter.alert.feedback.RememberedIncident;
import dev.kilter.alert.quiet.QuietTime;
import dev.kilter.alert.quiet.QuietTimes;
import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.event.EntityPattern;
import dev.kilter.event.Feedback;
import dev.kilter.event.FeedbackVerdict;
import dev.kilter.event.PerEntity;
import dev.kilter.score.Score;
import dev.kilter.score.Scores;
import dev.kilter.score.ScoringRule;
import dev.kilter.sequence.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A short life of one entity under rules of its own, both drawn from a seed: scores around the
 * threshold, pauses, resets, a quiet time, what people say of its incidents.
 */
final class RandomRun {
  static final double THRESHOLD = 10;
  private static final ModelReference MODEL = new ModelReference("flat", "1", "hash");
  private static final Subject PUMP = Subject.of("pumps", "pump-1");
  private static final int MOST_SCORES = 40;
  private static final List<FeedbackVerdict> VERDICTS = List.of(FeedbackVerdict.values());

  /** What one score led to; {@code said}: what somebody said before it, or null. */
  record Moment(double score, long timeMillis, boolean reset, Said said, Judgement judgement) {}

  /** What somebody said of an incident. */
  record Said(RememberedIncident incident, FeedbackVerdict verdict) {}

  private final Random random;
  private final Random people;
  private final boolean heard;
  private final AlertPolicy policy;
  private final TimeWindow quiet;
  private final List<Moment> moments = new ArrayList<>();
  private Watch watch = Watch.begin();
  private long timeMillis;

  RandomRun(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L);
    people = new Random(~seed * 0x9E3779B97F4A7C15L);
    heard = people.nextInt(3) == 0;
    policy = draw();
    long from = random.nextInt(30_000);
    quiet = random.nextInt(4) == 0 ? new TimeWindow(from, from + 1 + span(20)) : null;
    live();
  }

  AlertPolicy policy() {
    return policy;
  }

  private AlertPolicy draw() {
    int of = 1 + random.nextInt(5);
    OpeningRule opening = new OpeningRule(1 + random.nextInt(of), of, seldom(5));
    ClosingRule closing =
        new ClosingRule(
            1 + random.nextInt(4), seldom(4), random.nextInt(3) == 0 ? 0.7 : 1, seldom(6));
    FlapRule flapping =
        random.nextInt(3) == 0
            ? new FlapRule(2 + random.nextInt(2), Duration.ofMillis(1 + span(12)))
            : FlapRule.NEVER;
    UpdateRule updates = new UpdateRule(seldom(6), seldom(9));
    return new AlertPolicy(opening, closing, seldom(4), seldom(12), flapping, updates);
  }

  List<Moment> moments() {
    return moments;
  }

  /** What is known of the entity at the end. */
  Watch watch() {
    return watch;
  }

  boolean isQuiet(long millis) {
    return quiet != null && quiet.covers(millis);
  }

  private void live() {
    Judge judge =
        new Judge(
                new DetectorId("plant", "pumps"),
                PerEntity.same(new ModelRule(MODEL, new ScoringRule(1, THRESHOLD))),
                policy,
                List.of("a", "b"))
            .keepingQuietIn(quietTimes());
    int scores = 1 + random.nextInt(MOST_SCORES);
    boolean trouble = false;
    for (int at = 0; at < scores; at++) {
      trouble = random.nextInt(4) == 0 ? !trouble : trouble;
      boolean reset = random.nextInt(30) == 0;
      watch = reset ? watch.reset() : watch;
      Said said = heard && people.nextInt(4) == 0 ? speak(judge.hearing()) : null;
      timeMillis += random.nextInt(8) == 0 ? span(9) : 1_000;
      Score score = score(trouble);
      Judgement judgement = judge.judge(PUMP, score, watch);
      watch = judgement.watch();
      moments.add(new Moment(score.raw(), timeMillis, reset, said, judgement));
    }
  }

  /** Somebody speaks of an incident that was told. */
  private Said speak(FeedbackHearing hearing) {
    List<String> told =
        moments.stream()
            .filter(moment -> moment.judgement().alert() != null)
            .map(moment -> moment.judgement().alert().incident().id())
            .toList();
    if (told.isEmpty()) {
      return null;
    }
    FeedbackVerdict verdict = VERDICTS.get(people.nextInt(VERDICTS.size()));
    String incident = told.get(people.nextInt(told.size()));
    Feedback feedback =
        new Feedback(incident, "pump-1", "pumps", verdict, "ann", null, timeMillis, -1, -1);
    RememberedIncident remembered = watch.remembered(feedback);
    if (remembered == null) {
      return null;
    }
    watch = hearing.hear(feedback, remembered, watch).watch();
    return new Said(remembered, verdict);
  }

  private QuietTimes quietTimes() {
    return quiet == null
        ? QuietTimes.none()
        : new QuietTimes(
            List.of(new QuietTime("work", EntityPattern.of("pump-1"), List.of(), quiet)));
  }

  private Score score(boolean trouble) {
    double height = trouble ? 8 + 6 * random.nextDouble() : 11 * random.nextDouble();
    double raw = random.nextInt(12) == 0 ? 4 * height : height;
    float part = (float) (random.nextInt(5) == 0 ? 0.2 : 0.8);
    return Scores.at(timeMillis, raw, (float) (raw * part), (float) (raw * (1 - part)));
  }

  private Duration seldom(int seconds) {
    return random.nextInt(3) == 0 ? Duration.ofMillis(span(seconds)) : Duration.ZERO;
  }

  private long span(int seconds) {
    return random.nextInt(seconds * 1_000);
  }
}
