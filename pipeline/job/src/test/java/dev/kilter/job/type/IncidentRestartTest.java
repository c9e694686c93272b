package dev.kilter.job.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertPolicy;
import dev.kilter.alert.ClosingRule;
import dev.kilter.alert.DetectorId;
import dev.kilter.alert.FlapRule;
import dev.kilter.alert.Judge;
import dev.kilter.alert.Judgement;
import dev.kilter.alert.ModelReference;
import dev.kilter.alert.ModelRule;
import dev.kilter.alert.OpeningRule;
import dev.kilter.alert.UpdateRule;
import dev.kilter.alert.Watch;
import dev.kilter.alert.quiet.QuietTime;
import dev.kilter.alert.quiet.QuietTimes;
import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.event.EntityPattern;
import dev.kilter.event.PerEntity;
import dev.kilter.score.Score;
import dev.kilter.score.ScoringRule;
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
  private static final Judge JUDGE =
      new Judge(
              new DetectorId("plant", "pumps"),
              PerEntity.same(
                  new ModelRule(new ModelReference("flat", "1", "00"), new ScoringRule(0.6, 10))),
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
    List<Alert> through = alerts(false);
    assertThat(through)
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
    assertThat(told(alerts(true))).isEqualTo(told(through));
  }

  private static List<Alert> alerts(boolean restarts) throws IOException {
    WatchSerializer serializer = new WatchSerializer();
    Random random = new Random(7);
    List<Alert> alerts = new ArrayList<>();
    Watch watch = Watch.begin();
    double storm = 0;
    for (int at = 1; at <= SCORES; at++) {
      storm = random.nextInt(9) == 0 ? Math.max(0, random.nextGaussian() * 20) : storm;
      Judgement judgement =
          JUDGE.judge(Subject.of("pumps", "pump-1"), score(at * 1_000L, storm, random), watch);
      watch = judgement.watch();
      if (judgement.alert() != null) {
        alerts.add(judgement.alert());
      }
      if (restarts) {
        byte[] kept = Format.written(serializer, watch);
        watch = serializer.deserialize(new DataInputDeserializer(kept));
      }
    }
    return alerts;
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
