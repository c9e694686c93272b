package dev.kilter.job.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertPolicy;
import dev.kilter.alert.ClosingRule;
import dev.kilter.alert.DetectorId;
import dev.kilter.alert.FlapRule;
import dev.kilter.alert.Hearing;
import dev.kilter.alert.Judge;
import dev.kilter.alert.Judgement;
import dev.kilter.alert.ModelReference;
import dev.kilter.alert.ModelRule;
import dev.kilter.alert.OpeningRule;
import dev.kilter.alert.UpdateRule;
import dev.kilter.alert.Watch;
import dev.kilter.alert.feedback.FeedbackEffect;
import dev.kilter.alert.feedback.NewNormal;
import dev.kilter.alert.feedback.RememberedIncident;
import dev.kilter.alert.quiet.QuietTime;
import dev.kilter.alert.quiet.QuietTimes;
import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.event.EntityPattern;
import dev.kilter.event.Feedback;
import dev.kilter.event.FeedbackVerdict;
import dev.kilter.event.PerEntity;
import dev.kilter.score.BaselineMove;
import dev.kilter.score.DeviationRules;
import dev.kilter.score.Score;
import dev.kilter.score.ScoringRule;
import dev.kilter.score.threshold.AdaptiveThreshold;
import dev.kilter.score.threshold.Threshold;
import dev.kilter.score.threshold.ThresholdBounds;
import dev.kilter.sequence.Subject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.api.Test;

/** A restart anywhere, with what was kept read back from its bytes, changes no alert. */
class IncidentRestartTest {
  private static final int SCORES = 200_000;
  private static final Duration SHORT = Duration.ofSeconds(4);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final AlertPolicy EVERY_RULE =
      new AlertPolicy(
          new OpeningRule(2, 3, Duration.ofSeconds(2)),
          new ClosingRule(2, SHORT, 0.8, Duration.ofSeconds(5)),
          Duration.ofSeconds(3),
          LONG,
          new FlapRule(3, Duration.ofSeconds(60)),
          new UpdateRule(Duration.ofSeconds(9), LONG));
  private static final Threshold LEARNED =
      new AdaptiveThreshold(ThresholdBounds.of(10, 0.7, 1.5, "flat"), 0.95, 1.1, 300, 2_000);
  private static final List<FeedbackVerdict> VERDICTS = List.of(FeedbackVerdict.values());
  private static final Judge JUDGE =
      new Judge(
              new DetectorId("plant", "pumps"),
              PerEntity.same(
                  new ModelRule(
                      new ModelReference("flat", "1", "00"),
                      new ScoringRule(0.6, LEARNED, DeviationRules.none()))),
              EVERY_RULE,
              List.of("a", "b"))
          .telling(List.of("leak", "wear"))
          .keepingQuietIn(
              new QuietTimes(
                  List.of(
                      new QuietTime(
                          "work",
                          EntityPattern.of("*"),
                          List.of(),
                          IncidentRestartTest::nineOf97Seconds))));

  private static TimeWindow nineOf97Seconds(long millis) {
    long from = millis - millis % 97_000;
    return millis - from < 9_000 ? new TimeWindow(from, from + 9_000) : null;
  }

  @Test
  void aRestartAtAnyPointChangesNothing() throws IOException {
    Life through = new Life(false).live();
    Life restarted = new Life(true).live();

    assertThat(through.alerts)
        .extracting(alert -> alert.cause().label())
        .contains(
            "opened",
            "reopened",
            "flapping",
            "settled",
            "worsened",
            "long",
            "channels",
            "reminder",
            "unsilenced",
            "closed");
    assertThat(through.alerts.stream().mapToDouble(a -> a.findings().threshold()).distinct())
        .as("learned thresholds")
        .hasSizeGreaterThan(100);
    assertThat(through.effects)
        .extracting(FeedbackEffect::kind)
        .contains(FeedbackEffect.Kind.values());
    assertThat(told(restarted.alerts)).isEqualTo(told(through.alerts));
    assertThat(restarted.effects).isEqualTo(through.effects);
  }

  /** Scores, silences and people's verdicts of many hours, all drawn from one seed. */
  private static final class Life {
    private final WatchSerializer serializer = new WatchSerializer();
    private final Random random = new Random(7);
    private final List<Alert> alerts = new ArrayList<>();
    private final List<FeedbackEffect> effects = new ArrayList<>();
    private final boolean restarts;
    private Watch watch = Watch.begin();

    private Life(boolean restarts) {
      this.restarts = restarts;
    }

    private Life live() throws IOException {
      double storm = 0;
      for (int at = 1; at <= SCORES; at++) {
        storm = random.nextInt(9) == 0 ? Math.max(0, random.nextGaussian() * 20) : storm;
        judge(score(at * 1_000L, storm, random));
        if (random.nextInt(20) == 0 && !alerts.isEmpty()) {
          speak(at * 1_000L);
        }
        if (restarts) {
          byte[] kept = Format.written(serializer, watch);
          watch = serializer.deserialize(new DataInputDeserializer(kept));
        }
      }
      return this;
    }

    private void judge(Score score) {
      boolean silenced = random.nextInt(50) == 0;
      Judgement judgement = JUDGE.judge(Subject.of("pumps", "pump-1"), score, watch, silenced);
      watch = judgement.watch();
      if (judgement.alert() != null) {
        alerts.add(judgement.alert());
      }
      NewNormal before = watch.tuning().learning();
      if (before != null) {
        learn(before.with(score));
      }
    }

    private void learn(NewNormal normal) {
      if (!normal.isSeen()) {
        watch = watch.tuned(watch.tuning().learning(normal));
        return;
      }
      BaselineMove move = new BaselineMove(0, true, normal.seen().fromMillis(), "risen");
      heard(JUDGE.hearing().learned(normal, List.of(move), watch));
    }

    private void speak(long millis) {
      String incident = alerts.get(alerts.size() - 1).incident().id();
      FeedbackVerdict verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
      Feedback said =
          new Feedback(incident, "pump-1", "pumps", verdict, "ann", null, millis, -1, -1);
      RememberedIncident remembered = watch.remembered(said);
      if (remembered != null) {
        heard(JUDGE.hearing().hear(said, remembered, watch));
      }
    }

    private void heard(Hearing hearing) {
      watch = hearing.watch();
      effects.add(hearing.outcome().effect());
    }
  }

  private static Score score(long millis, double storm, Random random) {
    double raw = storm + random.nextGaussian();
    float share = random.nextInt(40) < 20 ? 0.9f : 0.1f;
    float[] parts = {(float) (raw * share), (float) (raw * (1 - share))};
    return new Score(millis, millis, raw, parts, parts, new float[2], List.of())
        .classified(new float[] {random.nextFloat(), random.nextFloat()});
  }

  private static List<String> told(List<Alert> alerts) {
    return alerts.stream()
        .map(a -> a.incident().id() + a.incident().revision() + a.cause() + a.findings())
        .toList();
  }
}
