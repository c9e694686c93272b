package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static dev.kilter.onnx.Bundles.withEntities;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.event.PerEntity;
import dev.kilter.score.Score;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One network for many entities. The bundle {@code no-errors} has scaling and expects the mean of
 * every channel.
 */
class EntitiesTest {
  private static final String TWO =
      """
      {"unseen": "pooled", "entities": {
        "hot": {"scaling": {"mean": [100, 10], "deviation": [5, 2]},
                "errors": {"mean": [1, 0], "deviation": [0.5, 2]},
                "quantiles": {"0.9": 3, "0.99": 6}},
        "cold": {"scaling": {"mean": [-20, 10], "deviation": [1, 2]}}}}
      """;

  @Test
  void eachEntityIsScoredByItsOwnScalingAndErrors() throws Exception {
    Score hot = scored(withEntities("no-errors", TWO), "hot", 110, 14);
    Score cold = scored(withEntities("no-errors", TWO), "cold", -17, 10);

    assertThat(hot.parts()).containsExactly((2 - 1) / 0.5f, 2 / 2f);
    assertThat(hot.expected()).containsExactly(100, 10);
    assertThat(hot.observed()).containsExactly(110, 14);
    assertThat(cold.parts()).containsExactly(3, 0);
    assertThat(cold.expected()).containsExactly(-20, 10);
  }

  @Test
  void anExplanationSaysWhatTheScorerSaysOfTheEntity() throws Exception {
    Score hot = scored(withEntities("no-errors", TWO), "hot", 110, 14);

    try (SequenceExplainer explainer = SequenceExplainer.open(withEntities("no-errors", TWO))) {
      SequenceExplanation explained = explainer.explain(rows("hot", 110, 14));

      assertThat(explained.raw()).isEqualTo(hot.raw());
      assertThat(explained.parts()).isEqualTo(hot.parts());
      assertThat(explained.rows().expected()).endsWith(hot.expected());
      assertThat(explained.rows().observed()).endsWith(hot.observed());
    }
  }

  @Test
  void entitiesOfOneBatchAreScaledApart() throws Exception {
    try (SequenceScorer scorer = SequenceScorer.open(withEntities("no-errors", TWO))) {
      List<float[]> parts =
          scorer.score(List.of(rows("hot", 105, 10), rows("cold", -18, 10))).stream()
              .map(score -> score.orElseThrow().parts())
              .toList();
      assertThat(parts.get(0)).containsExactly((1 - 1) / 0.5f, 0);
      assertThat(parts.get(1)).containsExactly(2, 0);
    }
  }

  @Test
  void anEntityUnseenIsScoredAsTheModelSays() throws Exception {
    Score unseen = scored(withEntities("no-errors", TWO), "new", -3, 6);

    assertThat(unseen.parts()).containsExactly(scored(bundle("no-errors"), "new", -3, 6).parts());
  }

  @Test
  void whatAnEntityHasNotIsTheModels() {
    PerEntity<Statistics> normal = withEntities("no-errors", TWO).statistics();

    assertThat(normal.of("hot").quantiles()).containsEntry("0.99", 6.0);
    assertThat(normal.of("cold").quantiles()).containsEntry("0.99", 2.0);
    assertThat(normal.of("cold").errors().deviation()).containsExactly(1, 1);
    assertThat(normal.of("new").scaling()).isNull();
  }

  @Test
  void anEntityUnseenMayBeLeftAlone() {
    PerEntity<Statistics> normal =
        withEntities("no-errors", TWO.replace("pooled", "not-judged")).statistics();

    assertThat(normal.of("new")).isNull();
    assertThat(normal.of("hot")).isNotNull();
  }

  @Test
  void anotherScalingOrOtherErrorsAreAnotherWayToScore() {
    String other = TWO.replace("[-20, 10]", "[-21, 10]").replace("\"0.99\": 6", "\"0.99\": 7");
    PerEntity<Statistics> before = withEntities("no-errors", TWO).statistics();
    PerEntity<Statistics> after = withEntities("no-errors", other).statistics();

    assertThat(after.of("cold").digest()).isNotEqualTo(before.of("cold").digest());
    assertThat(after.of("hot").digest()).isEqualTo(before.of("hot").digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"pooled\"; \"guess\"; unseen is guess; it must be pooled or not-judged",
        "\"unseen\": \"pooled\",; ''; unseen is missing; it must be pooled or not-judged",
        "\"cold\": {; \"cold\": {\"mood\": 1, ; unknown key; mood",
        "{\"unseen\"; {\"mood\": 1, \"unseen\"; unknown key; mood",
        "[-20, 10]; [-20]; entities.cold.scaling.mean is 1 numbers; it must be 2 numbers, one per",
        "[-20, 10]; [-20, 10, 3]; entities.cold.scaling.mean is 3 numbers; 2 numbers, one per",
        "[-20, 10]; [-20, 1e99]; entities.cold.scaling.mean is Infinity; finite numbers",
        "[1, 2]; [0, 2]; entities.cold.scaling.deviation is 0.0; numbers above 0",
        "[1, 2]; [-1, 2]; entities.cold.scaling.deviation is -1.0; numbers above 0",
        "[1, 2]; null; entities.cold.scaling.deviation is missing; 2 numbers, one per channel",
        "[0.5, 2]; [0.5, 0]; entities.hot.errors.deviation is 0.0; numbers above 0",
        "[1, 0]; [1, 0, 0]; entities.hot.errors.mean is 3 numbers; 2 numbers, one per channel",
        "\"0.99\": 6; \"0.99\": 0; entities.hot.quantiles.0.99 is 0.0; a score above 0",
        "\"0.99\": 6; \"0.95\": 6; entities.hot.quantiles is [0.9, 0.95]; the levels that model.json",
        "{\"0.9\": 3, \"0.99\": 6}; {}; entities.hot.quantiles is {}; at least one",
        "\"cold\": {; \"new\": {}, \"cold\": {; entities.new is missing; scaling, errors, quantiles",
        "\"cold\": {; \"new\": null, \"cold\": {; entities.new is missing; scaling, errors, quanti",
        "\"cold\": {; \"hot\": {}, \"cold\": {; entities.json; hot",
      })
  void aFileThatWillNotDoIsRefused(String from, String to, String problem, String right) {
    ModelBundle bundle = withEntities("no-errors", replaced(from, to));

    assertRefused(bundle, "zoo/no-errors/1/entities.json", problem, right);
  }

  @Test
  void aFileWithoutEntitiesIsRefused() {
    assertRefused(
        withEntities("no-errors", "{\"unseen\": \"pooled\", \"entities\": {}}"),
        "entities is {}",
        "at least one, by name");
    assertRefused(withEntities("no-errors", "[1]"), "entities.json:1");
    assertRefused(withEntities("no-errors", "{"), "entities.json:1");
  }

  @Test
  void scalingNeedsANetworkThatDoesNotScaleForItself() {
    assertRefused(
        withEntities("flat", TWO), "scaling is there", "left out where model.json has no scaling");
  }

  @Test
  void aFileThatWasChangedIsRefused() {
    ModelBundle bundle = withEntities("no-errors", TWO);

    assertRefused(having(bundle, TWO.replace("100", "101").getBytes(UTF_8)), "entitiesSha256");
    assertRefused(having(bundle, null), "entities.json is missing");
    assertRefused(having(bundle("no-errors"), TWO.getBytes(UTF_8)), "has no entitiesSha256");
  }

  private static ModelBundle having(ModelBundle bundle, byte[] entities) {
    return new ModelBundle(
        bundle.place(), bundle.contractJson(), bundle.network(), bundle.goldenJson(), entities);
  }

  private static void assertRefused(ModelBundle bundle, String... words) {
    assertThatThrownBy(() -> SequenceScorer.open(bundle).close())
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(words);
  }

  private static String replaced(String from, String to) {
    assertThat(TWO).contains(from);
    return TWO.replace(from, to);
  }

  private static Score scored(ModelBundle bundle, String entity, float... newest)
      throws ModelRunException {
    try (SequenceScorer scorer = SequenceScorer.open(bundle)) {
      return scorer.score(List.of(rows(entity, newest))).get(0).orElseThrow();
    }
  }

  /** Four rows, all alike. */
  private static Sequence rows(String entity, float first, float second) {
    return rows(entity, new float[] {first, second});
  }

  private static Sequence rows(String entity, float[] row) {
    float[] values = new float[8];
    for (int at = 0; at < values.length; at++) {
      values[at] = row[at % 2];
    }
    Sequence one = Bundles.sequence(values);
    return new Sequence(
        Subject.of("pumps", entity), 1, 4, values, one.mask(), one.channels(), List.of());
  }
}
