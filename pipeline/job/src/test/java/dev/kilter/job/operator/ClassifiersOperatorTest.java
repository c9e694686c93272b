package dev.kilter.job.operator;

import static dev.kilter.job.operator.ScoreInputs.MILLIS;
import static dev.kilter.job.operator.ScoreInputs.bundle;
import static dev.kilter.job.operator.ScoreInputs.measured;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.PerEntity;
import dev.kilter.job.config.JournalPlace;
import dev.kilter.job.config.RuntimeConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.Processor;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The score stage with a classifier for one of two detectors; odd is a raw score above 2, of d
 * above 4.
 */
class ClassifiersOperatorTest {
  private static final float NONE = Float.NaN;
  private static final PerEntity<Double> THRESHOLDS =
      new PerEntity<>(new TreeMap<>(Map.of("d", 4.0)), 2.0);

  private KeyedOneInputStreamOperatorTestHarness<String, Envelope<Sequence>, Envelope<Score>>
      harness;

  /** Where the networks run. */
  Processor processor() {
    return Processor.CPU;
  }

  @BeforeEach
  void open() throws Exception {
    harness = Harnesses.scoring(stage("classifier"));
    harness.open();
  }

  private ScoreSequences stage(String classifier) {
    return stage(classifier, new JournalPlace.Off());
  }

  private ScoreSequences stage(String classifier, JournalPlace journal) {
    PerEntity<ModelBundle> varying = PerEntity.same(bundle("varying"));
    return new ScoreSequences(
        Map.of("pumps", varying, "fans", varying),
        Map.of("pumps", new Classification(bundle(classifier), THRESHOLDS)),
        new RuntimeConfig(100, Duration.ofMillis(5), 1, processor()).journaled(journal),
        new UnscoredSequences("events", Map.of("pumps", List.of("t", "v"))));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void onlyWhatIsAboveTheThresholdIsClassified() throws Exception {
    send("pumps", "a", 0, 0, 4, 0);
    send("pumps", "b", 0, 0, 0, 6);
    send("pumps", "c", 0, 0, 6, 0);

    assertThat(scored())
        .containsExactly("a 2.0 []", "b 3.0 [1, 27, 1] / 29", "c 3.0 [27, 1, 1] / 29");
  }

  @Test
  void anEntityWithAThresholdOfItsOwnIsClassifiedAboveThat() throws Exception {
    send("pumps", "d", 0, 0, 8, 0);
    send("pumps", "d", 0, 0, 9, 0);

    assertThat(scored())
        .satisfiesExactly(
            below -> assertThat(below).isEqualTo("d 4.0 []"),
            above -> assertThat(above).startsWith("d 4.5 [").isNotEqualTo("d 4.5 []"));
  }

  @Test
  void anotherDetectorsSequencesAreNotClassified() throws Exception {
    send("fans", "a", 0, 0, 6, 0);

    assertThat(scored()).containsExactly("a 3.0 []");
  }

  @Test
  void theClassifierSeesRowsBeforeThoseThatAreScored() throws Exception {
    send("pumps", "a", 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0);

    assertThat(scored()).containsExactly("a 3.0 [9, 1, 1] / 11");
  }

  @Test
  void whatTheClassifierDoesNotRunOnIsScoredAllTheSameAndItsNeighbourHasAClass() throws Exception {
    harness.close();
    harness = Harnesses.scoring(stage("classifier-choking"));
    harness.open();
    send("pumps", "a", 0, 0, 999, 0);
    send("pumps", "b", 0, 0, 0, 6);

    assertThat(scored()).containsExactly("a 499.5 []", "b 3.0 [1, 27, 1] / 29");
  }

  @Test
  void anEntityOnWhichTheClassifierCrashedTwiceIsScoredAndHasNoClassAnyMore(@TempDir Path journal)
      throws Exception {
    Deaths deaths = new Deaths(journal, "classifier");
    Sequence crashing = sequence("a", 0, 0, 0, 6);
    deaths.with(List.of(crashing, sequence("b", 0, 0, 6, 0)));
    deaths.onTrialOf(crashing);
    reopen(journal);
    send("pumps", "a", 0, 0, 0, 6);
    send("pumps", "b", 0, 0, 6, 0);
    Sequence later = later(sequence("a", 0, 0, 6, 0));
    harness.processElement(
        new Envelope.Judgeable<>(later.subject(), later.timeMillis(), later), MILLIS);

    assertThat(scored()).containsExactly("a 3.0 []", "b 3.0 [27, 1, 1] / 29", "a 3.0 []");
    assertThat(harness.getSideOutput(ScoreSequences.UNSCORED)).isNull();
  }

  @Test
  void whatHasGoneThroughTheClassifierAloneIsFreeAgain(@TempDir Path journal) throws Exception {
    new Deaths(journal, "classifier")
        .with(List.of(sequence("a", 0, 0, 0, 6), sequence("b", 0, 0, 6, 0)));
    reopen(journal);
    send("pumps", "a", 0, 0, 0, 6);
    send("pumps", "b", 0, 0, 6, 0);

    assertThat(scored()).containsExactly("a 3.0 [1, 27, 1] / 29", "b 3.0 [27, 1, 1] / 29");
    assertThat(journal).isDirectoryNotContaining("glob:**.suspects");
  }

  private void reopen(Path journal) throws Exception {
    harness.close();
    harness =
        Harnesses.scoring(
            stage("classifier", new JournalPlace.Folder(journal.toAbsolutePath().toString())));
    harness.open();
  }

  /** The same, long after. */
  private static Sequence later(Sequence sequence) {
    return new Sequence(
        sequence.subject(),
        1_000,
        1_003,
        sequence.values(),
        sequence.mask(),
        sequence.channels(),
        sequence.offsets());
  }

  private static Sequence sequence(String pump, float... values) {
    return ((Envelope.Judgeable<Sequence>) measured(Subject.of("pumps", pump), values)).content();
  }

  @Test
  void whatTheClassifierHasNoNumberForIsScoredAllTheSame() throws Exception {
    send("pumps", "a", NONE, 0, 0, 0, 0, 0, 0, 0, 6, 0);

    assertThat(scored()).containsExactly("a 3.0 []");
  }

  private void send(String detector, String entity, float... values) throws Exception {
    harness.processElement(measured(Subject.of(detector, entity), values), MILLIS);
  }

  private List<String> scored() throws Exception {
    harness.processWatermark(1);
    return harness.extractOutputValues().stream()
        .map(envelope -> (Envelope.Judgeable<Score>) envelope)
        .map(each -> each.entity() + " " + each.content().raw() + " " + words(each.content()))
        .toList();
  }

  /** As shares of the least probable class. */
  private static String words(Score score) {
    float[] classes = score.classes();
    if (!score.isClassified()) {
      return "[]";
    }
    float least = Math.min(Math.min(classes[0], classes[1]), classes[2]);
    long[] shares = new long[classes.length];
    long whole = 0;
    for (int each = 0; each < classes.length; each++) {
      shares[each] = Math.round(classes[each] / least);
      whole += shares[each];
    }
    return Arrays.toString(shares) + " / " + whole;
  }
}
