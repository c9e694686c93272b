package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static dev.kilter.onnx.Bundles.sequence;
import static dev.kilter.onnx.Bundles.withContract;
import static dev.kilter.onnx.Bundles.withGolden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kilter.UserError;
import dev.kilter.sequence.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network that says which class a sequence is of. */
class ClassificationTest {

  @Test
  void eachClassIsAsProbableAsTheNetworkSays() throws Exception {
    try (SequenceClassifier classifier = SequenceClassifier.open(bundle("classifier"))) {
      float[] heating = classifier.classify(List.of(sequence(0, 0, 2, 0))).get(0).orElseThrow();
      assertNear(heating, 3 / 5f, 1 / 5f, 1 / 5f);
    }
  }

  @Test
  void aProbabilityHasNoUnitThatItWouldBeScaledBackTo() throws Exception {
    ModelBundle scaled =
        withContract(
            bundle("classifier"),
            "\"axes\":",
            "\"scaling\": {\"mean\": [0, 0], \"deviation\": [1, 1]}, \"axes\":");
    try (SequenceClassifier classifier = SequenceClassifier.open(scaled)) {
      float[] heating = classifier.classify(List.of(sequence(0, 0, 2, 0))).get(0).orElseThrow();
      assertNear(heating, 3 / 5f, 1 / 5f, 1 / 5f);
    }
  }

  @Test
  void itLooksAtTheNewestRowsOnly() throws Exception {
    Sequence seven = sequence(99, 99, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0);
    try (SequenceClassifier classifier = SequenceClassifier.open(bundle("classifier"))) {
      assertNear(
          classifier.classify(List.of(seven)).get(0).orElseThrow(), 9 / 11f, 1 / 11f, 1 / 11f);
    }
  }

  @Test
  void itTakesSequencesFromItsLeastLengthOn() {
    try (SequenceClassifier classifier = SequenceClassifier.open(bundle("classifier"))) {
      assertThat(classifier.takes(sequence(1, 1))).isFalse();
      assertThat(classifier.takes(sequence(1, 1, 1, 1))).isTrue();
    }
  }

  @Test
  void whereTheNetworkGivesNoNumberThereAreNoProbabilities() throws Exception {
    Sequence hole = sequence(0, Float.NaN, 0, 0);
    try (SequenceClassifier classifier = SequenceClassifier.open(bundle("classifier"))) {
      List<Optional<float[]>> found = classifier.classify(List.of(hole, sequence(0, 0, 0, 0)));
      assertThat(found.get(0)).isEmpty();
      assertThat(found.get(1)).isPresent();
    }
  }

  @Test
  void togetherTheyAreClassifiedAsOneByOne() throws Exception {
    Random random = new Random(11);
    List<Sequence> batch = new ArrayList<>();
    for (int each = 0; each < 9; each++) {
      batch.add(Bundles.random(random, 2 + each % 5));
    }
    try (SequenceClassifier classifier = SequenceClassifier.open(bundle("classifier"))) {
      List<Optional<float[]>> together = classifier.classify(batch);
      for (int each = 0; each < batch.size(); each++) {
        float[] alone = classifier.classify(List.of(batch.get(each))).get(0).orElseThrow();
        assertThat(together.get(each)).hasValueSatisfying(p -> assertThat(p).isEqualTo(alone));
      }
    }
  }

  @Test
  void itScoresNothing() {
    assertThatThrownBy(() -> SequenceScorer.open(bundle("classifier")))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Model bundle zoo/classifier/1 is of the kind classification and scores nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "classifier-company; scores differently in company than alone",
        "classifier-nan-proof; a NaN in the newest row comes out as a number",
        "classifier-without-softmax; and not together 1; end the network with a softmax",
        "classifier-baked; the batch size 1 is baked into output probabilities",
      })
  void refusesWhatBreaksAPromise(String name, String why) {
    assertRefused(bundle(name), why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"normal\"; \"shaking\"; classes is [heating, shaking, shaking]; it must be names, each once",
        "\"normal\"; \" \"; it must be names, each once",
        "\"classes\": [; \"quantiles\": {\"2\": 1.0}, \"classes\": [; quantiles is 2; it must be a level",
        "\"classes\": [; \"smoothing\": {\"weight\": 2.0}, \"classes\": [; smoothing.weight is 2.0",
        "\"normal\"; \"normal\", \"more\"; the class axis of output probabilities has the size 3, the",
        "classification; reconstruction; classes is [heating, shaking, normal]; it must be the names",
        "\"role\": \"probabilities\"; \"role\": \"errors\"; it must be one of [probabilities]",
      })
  void refusesAContractThatDoesNotFit(String from, String to, String why) {
    assertRefused(withContract(bundle("classifier"), from, to), why);
  }

  @Test
  void needsClasses() {
    assertRefused(
        withContract(bundle("flat"), "\"reconstruction\",", "\"classification\","),
        "classes is missing; it must be the names of two classes or more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[0.5999999999999999, 0.2,; [0.2, 0.5999999999999999,; for heating in probabilities",
        "[0.5999999999999999, 0.2, 0.2]; [0.6, 0.4]; no probabilities of 1 rows of 3 classes",
        "\"probabilities\": [0.59; \"errors\": [0.59; no probabilities of 1 rows of 3 classes",
      })
  void refusesGoldenOutputsThatDoNotFit(String from, String to, String why) {
    assertRefused(withGolden(bundle("classifier"), from, to), why);
  }

  private static void assertRefused(ModelBundle bundle, String why) {
    assertThatThrownBy(() -> Admission.admit(bundle))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why);
  }

  private static void assertNear(float[] found, float... expected) {
    assertThat(found).hasSize(expected.length);
    for (int each = 0; each < expected.length; each++) {
      assertThat(found[each]).as(Arrays.toString(found)).isCloseTo(expected[each], within(1e-6f));
    }
  }
}
