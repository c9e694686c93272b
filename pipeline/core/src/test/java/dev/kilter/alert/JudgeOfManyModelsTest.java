package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.PerEntity;
import dev.kilter.score.ScoringRule;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A judge of two pumps with models of their own, which others have not. */
class JudgeOfManyModelsTest {
  private static final AlertPolicy AT_ONCE = new AlertPolicy(1, 1, 1, Duration.ZERO);
  private static final ModelReference STRICT = new ModelReference("strict", "1", "aa");
  private static final ModelReference LAX = new ModelReference("lax", "7", "bb");
  private static final PerEntity<ModelRule> MODELS =
      new PerEntity<>(
          new TreeMap<>(
              Map.of(
                  "pump-1", new ModelRule(STRICT, new ScoringRule(1, 2)),
                  "pump-2", new ModelRule(LAX, new ScoringRule(0.5, 20)))),
          null);

  @Test
  void aScoreIsHeldAgainstTheThresholdOfItsEntitysModel() {
    assertThat(pump("pump-1").sees(0, 10).last().findings().threshold()).isEqualTo(2);
    assertThat(pump("pump-2").sees(0, 10).alerts()).isEmpty();
  }

  @Test
  void scoresAreAveragedWithTheWeightOfTheEntitysModel() {
    assertThat(pump("pump-1").sees(0, 50).last().findings().score()).isEqualTo(50);
    assertThat(pump("pump-2").sees(0, 50).last().findings().score()).isEqualTo(25);
  }

  @Test
  void anAlertNamesTheEntitysModel() {
    assertThat(pump("pump-1").sees(50).last().findings().model()).isEqualTo(STRICT);
    assertThat(pump("pump-2").sees(50).last().findings().model()).isEqualTo(LAX);
  }

  @Test
  void whatIsForgottenIsClosedInTheNameOfTheEntitysModel() {
    Findings findings = pump("pump-2").sees(50).isForgotten().last().findings();
    assertThat(findings.model()).isEqualTo(LAX);
    assertThat(findings.threshold()).isEqualTo(20);
  }

  @Test
  void theIncidentOfAnEntityThatHasLostItsModelIsClosedAsTheLostOneToldIt() {
    Watchman orphan = pump("pump-1").sees(50).isJudgedWith(PerEntity.same(null)).isForgotten();
    assertThat(orphan.last().cause()).isEqualTo(AlertCause.UNWATCHED);
    assertThat(orphan.last().findings().model()).isEqualTo(STRICT);
  }

  private static Watchman pump(String entity) {
    return new Watchman(entity, MODELS, AT_ONCE);
  }
}
