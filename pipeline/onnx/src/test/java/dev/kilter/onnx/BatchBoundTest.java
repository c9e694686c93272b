package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.sequence.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No network is run on more at once than may be: what it took once, it keeps. */
class BatchBoundTest {
  private static final Execution THREE = Execution.onCpu(3);

  @Test
  void aBatchOfTheLargestSizeIsScored() throws Exception {
    try (SequenceScorer scorer = SequenceScorer.open(bundle("flat"), THREE)) {
      assertThat(scorer.score(sequences(3))).hasSize(3);
    }
  }

  @Test
  void aLargerBatchIsNotRun() {
    try (SequenceScorer scorer = SequenceScorer.open(bundle("flat"), THREE)) {
      assertThatThrownBy(() -> scorer.score(sequences(4)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("4 sequences at once, where flat/1");
    }
  }

  @Test
  void ofANetworkThatCarriesStateFourStepsCountAsASequence() {
    try (SequenceScorer scorer = SequenceScorer.open(bundle("carried"), THREE)) {
      assertThat(scorer.mostAtOnce()).isEqualTo(12);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 9})
  void moreSequencesAreClassifiedInParts(int maxBatch) throws Exception {
    List<Sequence> sequences = sequences(10);
    try (SequenceClassifier whole = SequenceClassifier.open(bundle("classifier"));
        SequenceClassifier inParts =
            SequenceClassifier.open(bundle("classifier"), Execution.onCpu(maxBatch))) {
      List<Optional<float[]>> expected = whole.classify(sequences);

      List<Optional<float[]>> given = inParts.classify(sequences);

      for (int index = 0; index < expected.size(); index++) {
        assertThat(given.get(index).orElseThrow()).isEqualTo(expected.get(index).orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"flat", "carried", "varying", "classifier"})
  void aBundleIsAdmittedOneByOneWhereNoMoreMayGoThroughAtOnce(String name) {
    try (OnnxModel model = Admission.admit(bundle(name), Execution.onCpu(1))) {
      assertThat(model.contract().name()).isEqualTo(name);
    }
  }

  private static List<Sequence> sequences(int count) {
    Random random = new Random(1);
    return IntStream.range(0, count).mapToObj(each -> Bundles.random(random, 12)).toList();
  }
}
