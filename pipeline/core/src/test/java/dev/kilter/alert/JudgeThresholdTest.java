package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.PerEntity;
import dev.kilter.score.DeviationRule;
import dev.kilter.score.DeviationRules;
import dev.kilter.score.Direction;
import dev.kilter.score.Scores;
import dev.kilter.score.ScoringRule;
import dev.kilter.score.threshold.AdaptiveThreshold;
import dev.kilter.score.threshold.StandingThreshold;
import dev.kilter.score.threshold.Threshold;
import dev.kilter.score.threshold.ThresholdBounds;
import dev.kilter.score.threshold.ThresholdState;
import dev.kilter.sequence.Subject;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** A judge whose thresholds are learned, and whose channels do not all matter. */
class JudgeThresholdTest {
  private static final AlertPolicy AT_ONCE = new AlertPolicy(1, 1, 2, Duration.ZERO);

  @Test
  void aLearnedThresholdIsWhatTheNextScoreIsHeldAgainst() {
    Watchman pump = pump(adaptive("ae/1"));
    pump.sees(DoubleStream.generate(() -> 6).limit(200).toArray());
    assertThat(pump.sees(9).last().findings().threshold()).isBetween(6.0, 6.3);
  }

  @Test
  void nothingIsLearnedInAlarm() {
    Watchman pump = pump(adaptive("ae/1"));
    pump.sees(DoubleStream.generate(() -> 6).limit(200).toArray()).sees(9);
    double before = pump.last().findings().threshold();
    pump.sees(DoubleStream.generate(() -> 9).limit(500).toArray()).sees(40);
    assertThat(pump.last().findings().threshold()).isEqualTo(before);
  }

  @Test
  void nothingIsLearnedOfWhatCameTooLate() {
    Judge judge =
        new Judge(
            new DetectorId("plant", "pumps"),
            models(adaptive("ae/1"), DeviationRules.none()),
            AT_ONCE,
            List.of("a"));
    Subject late = new Subject("pumps", "pump-1", true);
    Judgement judgement = judge.judge(late, Scores.at(1, 6, 6), Watch.begin());
    assertThat(judgement.watch().learned()).isEqualTo(ThresholdState.begin());
  }

  @Test
  void whatWasLearnedOutlastsAGap() {
    Watchman pump = pump(adaptive("ae/1"));
    pump.sees(DoubleStream.generate(() -> 6).limit(200).toArray()).isReset();
    assertThat(pump.sees(9).alerts()).hasSize(1);
  }

  @Test
  void whatWasLearnedOfOneModelVersionCountsForNothingUnderAnother() {
    Watchman pump = pump(adaptive("ae/1"));
    pump.sees(DoubleStream.generate(() -> 6).limit(200).toArray());
    pump.isJudgedWith(models(adaptive("ae/2"), DeviationRules.none())).isReset();
    assertThat(pump.sees(9).alerts()).isEmpty();
    assertThat(pump.sees(11).last().findings().threshold()).isEqualTo(10);
  }

  @Test
  void aChannelThatIsOffInTheOtherDirectionIsNoTrouble() {
    DeviationRules onlyDrops =
        new DeviationRules(List.of(new DeviationRule(Direction.DROP, 0, 0), DeviationRule.ALL));
    Watchman pump = new Watchman("pump-1", models(new StandingThreshold(10), onlyDrops), AT_ONCE);
    assertThat(pump.seesParts(50, 1).alerts()).isEmpty();
    assertThat(pump.seesParts(1, 50).last().findings().channels())
        .extracting(ChannelPart::name)
        .containsExactly("b");
  }

  private static Watchman pump(Threshold threshold) {
    return new Watchman("pump-1", models(threshold, DeviationRules.none()), AT_ONCE);
  }

  private static Threshold adaptive(String version) {
    return new AdaptiveThreshold(ThresholdBounds.of(10, 0.1, 2, version), 0.9, 1, 100, 1000);
  }

  private static PerEntity<ModelRule> models(Threshold threshold, DeviationRules deviations) {
    return PerEntity.same(
        new ModelRule(
            new ModelReference("flat", "1", "hash"), new ScoringRule(1, threshold, deviations)));
  }
}
