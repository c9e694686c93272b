package dev.kilter.job.operator;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertPolicy;
import dev.kilter.alert.DetectorId;
import dev.kilter.alert.Judge;
import dev.kilter.alert.ModelReference;
import dev.kilter.alert.ModelRule;
import dev.kilter.event.PerEntity;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.score.Score;
import dev.kilter.score.ScoringRule;
import dev.kilter.sequence.Envelope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The judge stage on its own. */
final class JudgeStage {
  private JudgeStage() {}

  /** A threshold of 4, no averaging; one odd score opens an incident, one that is not closes it. */
  static KeyedOneInputStreamOperatorTestHarness<String, Envelope<Score>, Alert> ofPumps()
      throws Exception {
    Judge judge =
        new Judge(
            new DetectorId("plant", "pumps"),
            PerEntity.same(
                new ModelRule(new ModelReference("flat", "1", "00"), new ScoringRule(1, 4))),
            new AlertPolicy(1, 1, 1, Duration.ZERO),
            List.of("flow"));
    return Harnesses.opened(
        new JudgeScores(Map.of("pumps", judge)), Envelope::entity, KilterTypes.ALERT);
  }
}
