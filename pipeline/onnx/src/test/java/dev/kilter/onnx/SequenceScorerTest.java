package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static dev.kilter.onnx.Bundles.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.score.Score;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceScorerTest {

  @Test
  void ofRowsThatAClassifierLooksAtItTakesTheNewest() throws Exception {
    Sequence longer = sequence(9, 9, 0, 0, 0, 0, 0, 0, 3, -1);
    try (SequenceScorer scorer = SequenceScorer.open(bundle("flat"))) {
      assertThat(scorer.score(List.of(longer)).get(0).orElseThrow().raw()).isEqualTo(2);
    }
  }

  private static final float NONE = Float.NaN;

  @Test
  void aScoreSaysWhatTheModelSawAndExpected() throws Exception {
    Sequence sequence =
        new Sequence(
            Subject.of("pumps", "pump-1"),
            1000,
            4000,
            new float[] {9, 9, 9, 9, 9, 9, -3, 5},
            newest(true, true),
            2,
            List.of(new OffsetRange(2, 5, 8)));
    Score score = scored("flat", sequence).orElseThrow();
    assertThat(score.fromMillis()).isEqualTo(1000);
    assertThat(score.timeMillis()).isEqualTo(4000);
    assertThat(score.parts()).containsExactly(3, 5);
    assertThat(score.raw()).isEqualTo(4);
    assertThat(score.observed()).containsExactly(-3, 5);
    assertThat(score.expected()).containsExactly(-0f, 0);
    assertThat(score.offsets()).containsExactly(new OffsetRange(2, 5, 8));
  }

  @Test
  void anAbsentChannelDoesNotCount() throws Exception {
    Sequence sequence =
        new Sequence(
            Subject.of("pumps", "pump-1"),
            1,
            4,
            new float[] {0, 0, 0, 0, 0, 0, 3, 100},
            newest(true, false),
            2,
            List.of());
    Score score = scored("flat", sequence).orElseThrow();
    assertThat(score.parts()).containsExactly(3, NONE);
    assertThat(score.raw()).isEqualTo(3 / Math.sqrt(2));
  }

  @Test
  void aScreenedChannelDoesNotCount() throws Exception {
    ModelBundle bundle =
        Bundles.withContract("\"of\": ", "\"screened\": [\"vibration\"], \"of\": ");
    try (SequenceScorer scorer = SequenceScorer.open(bundle)) {
      Score score = scorer.score(List.of(sequence(0, 0, 0, 0, 0, 0, 3, 500))).get(0).orElseThrow();
      assertThat(score.parts()).containsExactly(3, NONE);
      assertThat(score.observed()).containsExactly(3, 500);
    }
  }

  @Test
  void standardisesTheErrors() throws Exception {
    ModelBundle bundle = Bundles.withContract("\n      0", "\n      1");
    try (SequenceScorer scorer = SequenceScorer.open(bundle)) {
      Score score = scorer.score(List.of(sequence(0, 0, 0, 0, 0, 0, 3, 5))).get(0).orElseThrow();
      assertThat(score.parts()).containsExactly(2, 4);
    }
  }

  @Test
  void withoutErrorsInTheGraphTheScalingMakesThem() throws Exception {
    Score score = scored("no-errors", sequence(9, 9, 9, 9, 9, 9, -3, 6)).orElseThrow();
    assertThat(score.parts()).containsExactly(1.5f, 1.5f);
  }

  @Test
  void theOtherOrderOfAxesScoresTheSame() throws Exception {
    Random random = new Random(3);
    List<Sequence> batch = randomBatch(random, 5);
    try (SequenceScorer timeMajor = SequenceScorer.open(bundle("flat"));
        SequenceScorer batchMajor = SequenceScorer.open(bundle("batch-major"))) {
      assertThat(told(batchMajor.score(batch))).isEqualTo(told(timeMajor.score(batch)));
    }
  }

  @Test
  void whereTheNetworkGivesNoNumberThereIsNoScore() throws Exception {
    try (SequenceScorer scorer = SequenceScorer.open(bundle("flat"))) {
      List<Optional<Score>> scores =
          scorer.score(
              List.of(
                  sequence(0, 0, 0, 0, 0, 0, 1, 1),
                  sequence(0, 0, 0, 0, 0, 0, NONE, 1),
                  sequence(0, 0, 0, 0, 0, 0, 2, Float.POSITIVE_INFINITY),
                  sequence(0, 0, 0, 0, 0, 0, 3, 3)));
      assertThat(scores).extracting(Optional::isPresent).containsExactly(true, false, false, true);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "flat, 1", "flat, 2", "flat, 7", "flat, 32",
    "batch-major, 1", "batch-major, 2", "batch-major, 7", "batch-major, 32",
    "no-errors, 1", "no-errors, 2", "no-errors, 7", "no-errors, 32"
  })
  void aBatchScoresEachAsAloneBitForBit(String name, int size) throws Exception {
    List<Sequence> batch = randomBatch(new Random(size), size);
    try (SequenceScorer scorer = SequenceScorer.open(bundle(name))) {
      List<Optional<Score>> alone = new ArrayList<>();
      for (Sequence sequence : batch) {
        alone.addAll(scorer.score(List.of(sequence)));
      }
      assertThat(told(scorer.score(batch))).isEqualTo(told(alone)).doesNotHaveDuplicates();
    }
  }

  @Test
  void aSmallBatchAfterALargeOneSeesNothingOfIt() throws Exception {
    Random random = new Random(5);
    List<Sequence> small = randomBatch(random, 2);
    try (SequenceScorer fresh = SequenceScorer.open(bundle("flat"));
        SequenceScorer used = SequenceScorer.open(bundle("flat"))) {
      assertThat(used.score(randomBatch(random, 32))).hasSize(32);
      assertThat(told(used.score(small))).isEqualTo(told(fresh.score(small)));
    }
  }

  @Test
  void isSafeToCloseTwice() {
    SequenceScorer scorer = SequenceScorer.open(bundle("flat"));
    scorer.close();
    scorer.close();
  }

  /** A mask of four rows of two channels, of which only the newest is looked at. */
  private static boolean[] newest(boolean first, boolean second) {
    return new boolean[] {false, false, false, false, false, false, first, second};
  }

  private static Optional<Score> scored(String name, Sequence sequence) throws Exception {
    try (SequenceScorer scorer = SequenceScorer.open(bundle(name))) {
      return scorer.score(List.of(sequence)).get(0);
    }
  }

  private static List<Sequence> randomBatch(Random random, int size) {
    return java.util.stream.IntStream.range(0, size).mapToObj(i -> Bundles.random(random)).toList();
  }

  /** All numbers, to the last bit. */
  private static List<String> told(List<Optional<Score>> scores) {
    return scores.stream()
        .map(Optional::orElseThrow)
        .map(
            s ->
                Double.doubleToLongBits(s.raw())
                    + Arrays.toString(s.parts())
                    + Arrays.toString(s.expected())
                    + Arrays.toString(s.observed()))
        .toList();
  }
}
