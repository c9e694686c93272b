package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static dev.kilter.onnx.Bundles.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.score.Score;
import dev.kilter.sequence.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that are told what was measured or how many rows there are, or take any length. */
class ToldNetworkScorerTest {
  private static final float NONE = Float.NaN;
  private static final float[] VALUES = {1, 1, 1, 1, 9, 1, 3, 1};

  @ParameterizedTest
  @ValueSource(strings = {"mask", "mask-lengths"})
  void aMaskedValueDoesNotCount(String name) throws Exception {
    assertThat(scored(name, sequence(VALUES)).expected()).containsExactly(2.25f, 2.25f);
    Score score = scored(name, sequence(VALUES, allBut(4)));
    assertThat(score.expected()).containsExactly(9 / 7f, 9 / 7f);
    assertThat(score.parts()).containsExactly(3 - 9 / 7f, 9 / 7f - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mask", "mask-lengths"})
  void whatStandsAtAMaskedPlaceMakesNoDifference(String name) throws Exception {
    Score expected = scored(name, sequence(VALUES, allBut(4)));
    for (float other : new float[] {0, -700, 1e30f, NONE}) {
      float[] values = VALUES.clone();
      values[4] = other;
      Score score = scored(name, sequence(values, allBut(4)));
      assertThat(score.raw()).isEqualTo(expected.raw());
      assertThat(score.parts()).isEqualTo(expected.parts());
      assertThat(score.expected()).isEqualTo(expected.expected());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mask", "mask-lengths"})
  void aChannelMissingFromTheNewestRowLeavesTheOthersTheirScore(String name) throws Exception {
    Score score = scored(name, sequence(new float[] {1, 1, 1, 1, 1, 1, NONE, 4}, allBut(6)));
    assertThat(score.expected()).containsExactly(10 / 7f, 10 / 7f);
    assertThat(score.parts()).containsExactly(NONE, 4 - 10 / 7f);
  }

  @Test
  void withoutErrorsInTheGraphAMissingChannelLeavesTheOthersTheirScoreToo() throws Exception {
    Score score =
        scored(maskWithoutErrors(), sequence(new float[] {1, 1, 1, 1, 1, 1, NONE, 4}, allBut(6)));
    assertThat(score.parts()).containsExactly(NONE, 4 - 10 / 7f);
  }

  @Test
  void theNetworkIsToldHowManyRowsThereAre() throws Exception {
    assertThat(scored("mask-lengths", sequence(4, 4, 2, 6)).expected()).containsExactly(4, 4);
    assertThat(scored("mask-lengths", sequence(4, 4, 2, 6)).parts()).containsExactly(2, 2);
    assertThat(scored("lengths", sequence(1, 3, 2, 3, 2, 3, 3, 7)).expected())
        .containsExactly(2, 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"varying", "mask-lengths"})
  void aBatchOfManyLengthsComesOutInItsOrderEachAsAloneBitForBit(String name) throws Exception {
    Random random = new Random(9);
    List<Sequence> batch =
        IntStream.range(0, 40).mapToObj(i -> masked(random, 2 + random.nextInt(3))).toList();
    assertThat(batch).extracting(Sequence::length).contains(2, 3, 4);
    try (SequenceScorer scorer = SequenceScorer.open(bundle(name))) {
      List<Optional<Score>> alone = new ArrayList<>();
      for (Sequence sequence : batch) {
        alone.addAll(scorer.score(List.of(sequence)));
      }
      assertThat(told(scorer.score(batch))).isEqualTo(told(alone)).doesNotHaveDuplicates();
    }
  }

  /** In quarters, which add up to the same in every order: sums of others may differ by a bit. */
  private static Sequence masked(Random random, int length) {
    Sequence sequence = Bundles.random(random, length);
    for (int at = 0; at < sequence.values().length; at++) {
      sequence.values()[at] = Math.round(400 * sequence.values()[at]) / 4f;
    }
    for (int at = 0; at < sequence.mask().length - 1; at++) {
      sequence.mask()[at] = random.nextInt(4) > 0;
    }
    return sequence;
  }

  /** A mask of four rows of two channels with one value missing. */
  private static boolean[] allBut(int missing) {
    boolean[] mask = new boolean[VALUES.length];
    Arrays.fill(mask, true);
    mask[missing] = false;
    return mask;
  }

  private static Score scored(String name, Sequence sequence) throws Exception {
    return scored(bundle(name), sequence);
  }

  private static Score scored(ModelBundle bundle, Sequence sequence) throws Exception {
    try (SequenceScorer scorer = SequenceScorer.open(bundle)) {
      return scorer.score(List.of(sequence)).get(0).orElseThrow();
    }
  }

  private static ModelBundle maskWithoutErrors() {
    return Bundles.withContract(
        Bundles.withContract(
            bundle("mask"),
            ",\n    {\n      \"name\": \"errors\",\n      \"role\": \"errors\"\n    }",
            ""),
        "\"smoothing\"",
        "\"scaling\": {\"mean\": [0, 0], \"deviation\": [1, 1]}, \"smoothing\"");
  }

  /** All numbers, to the last bit. */
  private static List<String> told(List<Optional<Score>> scores) {
    return scores.stream()
        .map(Optional::orElseThrow)
        .map(s -> Double.doubleToLongBits(s.raw()) + Arrays.toString(s.parts()))
        .toList();
  }
}
