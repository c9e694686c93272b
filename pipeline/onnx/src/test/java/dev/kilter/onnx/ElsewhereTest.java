package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static dev.kilter.onnx.Bundles.withContract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kilter.UserError;
import dev.kilter.score.Score;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Networks that were exported by others, with nothing but a scaled reconstruction as output. What
 * they make of a sequence was computed in Python: see make_elsewhere.py.
 */
class ElsewhereTest {
  private static final int CHANNELS = 3;
  private static final double[] DEVIATION = {4, 0.25, 90};
  private static final double[] USUAL_ERROR = {0.5, 0.25, 1};
  private static final double[] ITS_DEVIATION = {0.5, 0.125, 2};
  private static final Offset<Double> ROUNDING = within(2e-4);

  @ParameterizedTest
  @ValueSource(strings = {"pytorch-lstm", "keras-lstm"})
  void scoresAsItsGoldenOutputsSay(String name) throws Exception {
    List<GoldenOutputs.Golden> golden = bundle(name).golden().sequences();
    List<Optional<Score>> scores = scored(name, sequences(name));
    assertThat(scores).hasSize(golden.size());
    for (int index = 0; index < golden.size(); index++) {
      assertScore(golden.get(index), scores.get(index).orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pytorch-lstm", "keras-lstm"})
  void scoresEachAsAloneBitForBit(String name) throws Exception {
    List<Double> alone = new ArrayList<>();
    for (Sequence sequence : sequences(name)) {
      alone.add(scored(name, List.of(sequence)).get(0).orElseThrow().raw());
    }
    assertThat(scored(name, sequences(name)))
        .extracting(score -> score.orElseThrow().raw())
        .isEqualTo(alone)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "batch-major, time-major, axes in model.json must be batch-major",
    "'70.0,\n      0.5', '0.5,\n      70.0', golden sequence 0 gives ",
    "'\"deviation\": [\n      4.0', '\"deviation\": [\n      5.0', golden sequence 0 gives ",
    "'\"length\": 6', '\"length\": 7', 'the time axis of input input has the size 6, the contract'",
  })
  void isRefusedWhereTheContractWrittenByHandIsWrong(String from, String to, String why) {
    ModelBundle wrong = withContract(bundle("pytorch-lstm"), from, to);
    assertThatThrownBy(() -> Admission.admit(wrong).close())
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why);
  }

  @Test
  void whatIsMissingHasNoScore() throws Exception {
    Sequence whole = sequences("keras-lstm").get(0);
    float[] values = whole.values().clone();
    values[values.length - 1] = Float.NaN;
    assertThat(scored("keras-lstm", List.of(sequence(values)))).containsExactly(Optional.empty());
  }

  private static void assertScore(GoldenOutputs.Golden golden, Score score) {
    int newest = golden.input().length - 1;
    float[] expected = golden.outputs().reconstruction()[newest];
    double sum = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      double error =
          Math.abs(golden.input()[newest][channel] - expected[channel]) / DEVIATION[channel];
      double part = (error - USUAL_ERROR[channel]) / ITS_DEVIATION[channel];
      assertThat((double) score.parts()[channel]).isCloseTo(part, ROUNDING);
      sum += part;
    }
    assertThat(score.raw()).isCloseTo(sum / CHANNELS, ROUNDING);
    assertThat(score.expected()).containsExactly(expected, Offset.offset(1e-2f));
    assertThat(score.observed()).isEqualTo(golden.input()[newest]);
  }

  private static List<Optional<Score>> scored(String name, List<Sequence> sequences)
      throws Exception {
    try (SequenceScorer scorer = SequenceScorer.open(bundle(name))) {
      return scorer.score(sequences);
    }
  }

  private static List<Sequence> sequences(String name) {
    return bundle(name).golden().sequences().stream()
        .map(golden -> sequence(golden.asInput().values()))
        .toList();
  }

  private static Sequence sequence(float... values) {
    boolean[] mask = new boolean[values.length];
    Arrays.fill(mask, true);
    return new Sequence(Subject.of("pumps", "pump-1"), 0, 1, values, mask, CHANNELS, List.of());
  }
}
