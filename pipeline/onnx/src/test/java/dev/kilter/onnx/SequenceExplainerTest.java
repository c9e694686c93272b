package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.onnx.graph.Cell;
import dev.kilter.onnx.graph.DirectionTrace;
import dev.kilter.score.Score;
import dev.kilter.sequence.Sequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceExplainerTest {
  private static final Path ZOO = Path.of("../../models/zoo/pump-lstm-ae/1");

  @Test
  void theStatesOfEveryKindOfLayerAreThoseOfOnnxRuntime() throws Exception {
    List<LayerTrace> layers = explained(bundle("recurrent"), random(4, 2)).layers();

    assertThat(layers)
        .extracting(trace -> trace.layer().name())
        .containsExactly("first", "second", "third", "fourth");
    assertThat(layers).allMatch(trace -> trace.difference() < 1e-5);
    assertThat(layers).extracting(trace -> trace.directions().size()).containsExactly(1, 1, 2, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pytorch-lstm", "keras-lstm"})
  void theLayersOfOthersAreUnderstood(String name) throws Exception {
    List<LayerTrace> layers = explained(bundle(name), golden(name)).layers();

    assertThat(layers).hasSize(2).allMatch(trace -> trace.difference() < 1e-5);
  }

  @Test
  void theGatesOfTheZoosAutoencoderLeadToItsStates() throws Exception {
    List<LayerTrace> layers = explained(ModelBundle.read(ZOO), random(48, 8)).layers();

    assertThat(layers).hasSize(2).allMatch(trace -> trace.difference() < 1e-5);
    for (LayerTrace layer : layers) {
      assertThat(layer.layer().cell()).isEqualTo(Cell.LSTM);
      assertStepsFollow(layer.directions().get(0));
    }
  }

  @Test
  void saysWhatTheScorerSays() throws Exception {
    Sequence sequence = random(48, 8);
    ModelBundle bundle = ModelBundle.read(ZOO);
    Score score;
    try (SequenceScorer scorer = SequenceScorer.open(bundle)) {
      score = scorer.score(List.of(sequence)).get(0).orElseThrow();
    }

    SequenceExplanation explanation = explained(bundle, sequence);

    assertThat(explanation.raw()).isEqualTo(score.raw());
    assertThat(explanation.parts()).isEqualTo(score.parts());
    assertThat(explanation.rows().expected()).endsWith(score.expected()).hasSize(48 * 8);
  }

  @Test
  void aStateThatIsCarriedGoesOnFromRowToRow() throws Exception {
    List<Sequence> rows = IntStream.range(0, 9).mapToObj(SequenceExplainerTest::row).toList();
    SequenceExplanation whole = explained(bundle("recurrent-carried"), rows, 9);

    SequenceExplanation latest = explained(bundle("recurrent-carried"), rows, 4);

    DirectionTrace all = whole.layers().get(0).directions().get(0);
    DirectionTrace part = latest.layers().get(0).directions().get(0);
    assertStepsFollow(all);
    assertThat(all.rows()).isEqualTo(9);
    assertThat(part.rows()).isEqualTo(4);
    assertThat(all.cells()).endsWith(part.cells());
    assertThat(latest.rows().expected()).isEqualTo(end(whole.rows().expected(), 8));
    assertThat(latest.raw()).isEqualTo(whole.raw());
  }

  @Test
  void aRowWithoutANumberIsPassedOverAsInScoring() throws Exception {
    List<Sequence> rows = new ArrayList<>(List.of(row(0), row(1), row(2)));
    SequenceExplanation without = explained(bundle("recurrent-carried"), rows, 9);
    rows.add(1, sequence(new float[] {Float.NaN, 1}, new boolean[] {true, true}, 2));

    SequenceExplanation with = explained(bundle("recurrent-carried"), rows, 9);

    assertThat(with.raw()).isEqualTo(without.raw());
    assertThat(with.rows().observed()).isEqualTo(without.rows().observed());
  }

  private static SequenceExplanation explained(ModelBundle bundle, List<Sequence> rows, int shown)
      throws ModelRunException {
    try (SequenceExplainer explainer = SequenceExplainer.open(bundle)) {
      return explainer.explain(rows, shown);
    }
  }

  private static Sequence row(int number) {
    float[] values = {(float) Math.sin(number), 0.3f * number};
    return sequence(values, new boolean[] {true, true}, 2);
  }

  private static float[] end(float[] of, int count) {
    return Arrays.copyOfRange(of, of.length - count, of.length);
  }

  /** c = f ∘ c before + i ∘ candidate, h = o ∘ tanh(c), of the numbers as they are told. */
  private static void assertStepsFollow(DirectionTrace trace) {
    for (int at = 0; at < trace.hidden().length; at++) {
      float input = trace.gates().get(0)[at];
      float output = trace.gates().get(1)[at];
      float forget = trace.gates().get(2)[at];
      float candidate = trace.gates().get(3)[at];
      float before = at < trace.units() ? 0 : trace.cells()[at - trace.units()];
      double cell = forget * before + input * candidate;
      assertThat(Math.abs(trace.cells()[at] - cell)).isLessThan(1e-5);
      assertThat(Math.abs(trace.hidden()[at] - output * Math.tanh(cell))).isLessThan(1e-5);
    }
  }

  private static SequenceExplanation explained(ModelBundle bundle, Sequence sequence)
      throws ModelRunException {
    try (SequenceExplainer explainer = SequenceExplainer.open(bundle)) {
      return explainer.explain(sequence);
    }
  }

  private static Sequence golden(String name) {
    ModelInput input = bundle(name).golden().sequences().get(0).asInput();
    return sequence(input.values(), input.mask(), 3);
  }

  private static Sequence random(int rows, int channels) {
    Random random = new Random(1);
    float[] values = new float[rows * channels];
    boolean[] mask = new boolean[values.length];
    for (int at = 0; at < values.length; at++) {
      values[at] = (float) random.nextGaussian();
      mask[at] = true;
    }
    return sequence(values, mask, channels);
  }

  private static Sequence sequence(float[] values, boolean[] mask, int channels) {
    Sequence of = Bundles.sequence(values, mask);
    return new Sequence(of.subject(), 1000, 4000, values, mask, channels, List.of());
  }
}
