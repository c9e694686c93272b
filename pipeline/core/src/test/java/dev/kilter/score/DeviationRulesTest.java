package dev.kilter.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviationRulesTest {
  private static final float NONE = Float.NaN;
  private static final List<String> CHANNELS = List.of("temperature", "flow");

  @ParameterizedTest
  @CsvSource({
    // direction, least, least relative, observed, expected, whether it matters
    "BOTH, 0, 0, 20, 20, true",
    "RISE, 0, 0, 21, 20, true",
    "RISE, 0, 0, 19, 20, false",
    "RISE, 0, 0, 20, 20, false",
    "DROP, 0, 0, 21, 20, false",
    "DROP, 0, 0, 19, 20, true",
    "BOTH, 2, 0, 22, 20, true",
    "BOTH, 2, 0, 18, 20, true",
    "BOTH, 2, 0, 21.75, 20, false",
    "BOTH, 2, 0, 18.25, 20, false",
    "BOTH, 0, 0.25, 25, 20, true",
    "BOTH, 0, 0.25, 24, 20, false",
    "BOTH, 0, 0.25, -24, -20, false",
    "BOTH, 0, 0.25, 0.5, 0, true",
    "BOTH, 2, 0.25, 24, 20, false",
    "BOTH, 6, 0.25, 25, 20, false",
    "RISE, 2, 0.25, 25, 20, true",
  })
  void aDeviationMattersInItsDirectionAndFromItsSizeOn(
      Direction direction,
      double least,
      double relative,
      float observed,
      float expected,
      boolean matters) {
    DeviationRules rules = rulesOfTemperature(new DeviationRule(direction, least, relative));
    Score score = score(new float[] {6, 2}, observed, expected);
    assertThat(rules.apply(score).parts()).containsExactly(matters ? 6 : 0, 2);
  }

  @Test
  void aChannelThatDoesNotMatterStaysInTheMean() {
    Score applied =
        rulesOfTemperature(new DeviationRule(Direction.DROP, 0, 0))
            .apply(score(new float[] {6, 2}, 21, 20));
    assertThat(applied.raw()).isEqualTo(1);
  }

  @Test
  void theRestOfTheScoreIsAsItWas() {
    Score score = score(new float[] {6, 2}, 21, 20).classified(new float[] {0.5f, 0.5f});
    Score applied = rulesOfTemperature(new DeviationRule(Direction.DROP, 0, 0)).apply(score);
    assertThat(applied).usingRecursiveComparison().ignoringFields("raw", "parts").isEqualTo(score);
    assertThat(score.parts()).containsExactly(6, 2);
  }

  @Test
  void whatEverythingMattersOfIsTheSameObject() {
    Score score = score(new float[] {6, 2}, 21, 20);
    assertThat(DeviationRules.none().apply(score)).isSameAs(score);
    assertThat(DeviationRules.of(CHANNELS, Map.of())).isEqualTo(DeviationRules.none());
    assertThat(rulesOfTemperature(new DeviationRule(Direction.RISE, 0, 0)).apply(score))
        .isSameAs(score);
  }

  @Test
  void aPartThatMakesNothingOddStaysSinceTheScoreWouldOnlyRise() {
    Score score = score(new float[] {-0.5f, 2}, 19, 20);
    assertThat(rulesOfTemperature(new DeviationRule(Direction.RISE, 0, 0)).apply(score))
        .isSameAs(score);
  }

  @Test
  void anAbsentChannelStaysAbsent() {
    Score score = score(new float[] {NONE, 2}, NONE, 20);
    assertThat(rulesOfTemperature(new DeviationRule(Direction.RISE, 1, 0)).apply(score))
        .isSameAs(score);
  }

  @Test
  void aChannelOfWhichNothingWasExpectedKeepsItsPart() {
    Score score = score(new float[] {6, 2}, 19, NONE);
    assertThat(rulesOfTemperature(new DeviationRule(Direction.RISE, 1, 0.1)).apply(score))
        .isSameAs(score);
  }

  @Test
  void rulesFindTheirChannelByName() {
    DeviationRule drop = new DeviationRule(Direction.DROP, 1, 0);
    assertThat(DeviationRules.of(CHANNELS, Map.of("flow", drop)).byChannel())
        .containsExactly(DeviationRule.ALL, drop);
  }

  private static DeviationRules rulesOfTemperature(DeviationRule rule) {
    return DeviationRules.of(CHANNELS, Map.of("temperature", rule));
  }

  /** A score whose second channel is off by 5. */
  private static Score score(float[] parts, float observed, float expected) {
    return new Score(
        1,
        2,
        ErrorStatistics.raw(parts),
        parts,
        new float[] {observed, 15},
        new float[] {expected, 10},
        List.of());
  }
}
