package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.PerEntity;
import dev.kilter.job.config.RuntimeConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.Processor;
import dev.kilter.score.RecurrentState;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The score stage with a network that carries its state: half of what a row differs from what was
 * expected is added to what is expected of the next, and the first two rows are not scored.
 */
class CarriedStateOperatorTest {
  private static final ModelBundle CARRIED =
      ModelBundle.read(Path.of("../onnx/src/test/resources/bundles/carried/1"));
  private static final int ENOUGH = 100;

  private KeyedOneInputStreamOperatorTestHarness<String, Envelope<Sequence>, Envelope<Score>>
      harness;

  /** Where the networks run. */
  Processor processor() {
    return Processor.CPU;
  }

  @BeforeEach
  void open() throws Exception {
    harness = harness(ENOUGH);
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void rowsOfOneEntityGoOnFromEachOtherInOneBatch() throws Exception {
    send("a", 4, 4, 1, 8);
    flush();

    assertThat(scored())
        .containsExactly(
            "a not enough history: 1 of 3",
            "a not enough history: 2 of 3",
            "a 3.0→1.0",
            "a 2.0→8.0");
  }

  @Test
  void rowsOfOneEntityGoOnFromBatchToBatch() throws Exception {
    for (float value : new float[] {4, 4, 1, 8}) {
      send("a", value);
      flush();
    }

    assertThat(scored()).endsWith("a 3.0→1.0", "a 2.0→8.0");
  }

  /** The rows that warm the network up are among them. */
  @Test
  void aScoreKnowsTheRowsOfItsBatchAndTheStateThatItBeganWith() throws Exception {
    send("a", 4, 4);
    flush();
    send("a", 1, 8, 2);
    flush();

    Score last = ((Envelope.Judgeable<Score>) output().get(4)).content();
    Score middle = (Score) last.carried();
    Score first = (Score) middle.carried();
    assertThat(first.observed()[0]).isEqualTo(1);
    assertThat(middle.observed()[0]).isEqualTo(8);
    RecurrentState began = (RecurrentState) first.carried();
    assertThat(began.rows()).isEqualTo(2);
    assertThat(began.values()).startsWith(3);
  }

  @Test
  void entitiesAndWhatCameTooLateGoOnApart() throws Exception {
    send("a", 4, 4);
    send("b", 8, 8);
    send(new Subject("pumps", "a", true), 16, 16);
    send("b", 1);
    send("a", 1);
    send(new Subject("pumps", "a", true), 1);
    flush();

    assertThat(scored()).endsWith("b 6.0→1.0", "a 3.0→1.0", "a 12.0→1.0");
  }

  @Test
  void aResetBeginsAnewBehindTheRowsBeforeIt() throws Exception {
    send("a", 4, 4, 1);
    harness.processElement(new Envelope.Reset<>(Subject.of("pumps", "a"), 2, "gap"), 2);
    send("a", 8);
    flush();

    assertThat(scored()).endsWith("a 3.0→1.0", "a reset", "a not enough history: 1 of 3");
  }

  @Test
  void nothingIsKeptOfAnEntityThatIsForgotten() throws Exception {
    send("a", 4, 4);
    harness.processElement(new Envelope.Forgotten<>(Subject.of("pumps", "a"), 2), 2);
    flush();

    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  @Test
  void aRowThatGivesNoNumberLeavesTheStateAsItWas() throws Exception {
    send("a", 4, 4, Float.NaN, 1);
    flush();

    assertThat(scored()).endsWith("a the model gave no number", "a 3.0→1.0");
    assertThat(harness.getSideOutput(ScoreSequences.UNSCORED)).hasSize(1);
  }

  @Test
  void rowsThatWarmTheNetworkUpAreNoDeadLetters() throws Exception {
    send("a", 4, 4);
    flush();

    assertThat(harness.getSideOutput(ScoreSequences.UNSCORED)).isNull();
  }

  @Test
  void moreEntitiesThanMayGoThroughAtOnceGoInParts() throws Exception {
    harness.close();
    harness = harness(1);
    harness.open();
    List<String> entities = List.of("a", "b", "c", "d", "e", "f");

    for (String entity : entities) {
      send(entity, 4, 4, 1);
    }
    flush();

    assertThat(scored()).containsAll(entities.stream().map(each -> each + " 3.0→1.0").toList());
  }

  @Test
  void aRestoredJobGoesOn() throws Exception {
    send("a", 4, 4);
    harness.prepareSnapshotPreBarrier(1);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = harness(ENOUGH);
    harness.initializeState(snapshot);
    harness.open();

    send("a", 1);
    flush();

    assertThat(scored()).containsExactly("a 3.0→1.0");
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Envelope<Sequence>, Envelope<Score>>
      harness(int maxBatch) throws Exception {
    var harness =
        Harnesses.scoring(
            new ScoreSequences(
                Map.of("pumps", PerEntity.same(CARRIED)),
                Map.of(),
                new RuntimeConfig(maxBatch, Duration.ofMillis(5), 1, processor()),
                new UnscoredSequences(
                    "events", Map.of("pumps", List.of("temperature", "vibration")))));
    return harness;
  }

  private void send(String entity, float... values) throws Exception {
    send(Subject.of("pumps", entity), values);
  }

  private void send(Subject subject, float... values) throws Exception {
    for (float value : values) {
      Sequence row =
          new Sequence(
              subject,
              3,
              3,
              new float[] {value, 0},
              new boolean[] {true, true},
              2,
              List.of(OffsetRange.of(0, 1)));
      harness.processElement(new Envelope.Judgeable<>(subject, 3, row), 3);
    }
  }

  private void flush() throws Exception {
    harness.prepareSnapshotPreBarrier(1);
  }

  private List<Envelope<Score>> output() {
    return harness.extractOutputValues();
  }

  private List<String> scored() {
    return output().stream().map(envelope -> envelope.entity() + " " + describe(envelope)).toList();
  }

  private static String describe(Envelope<Score> envelope) {
    if (envelope instanceof Envelope.Judgeable<Score> judgeable) {
      return judgeable.content().expected()[0] + "→" + judgeable.content().observed()[0];
    }
    return envelope instanceof Envelope.NotJudged<Score> notJudged ? notJudged.reason() : "reset";
  }
}
