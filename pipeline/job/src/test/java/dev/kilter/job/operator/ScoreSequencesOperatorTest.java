package dev.kilter.job.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.PerEntity;
import dev.kilter.event.RecordPosition;
import dev.kilter.job.config.RuntimeConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The score stage on its own: when a batch goes through, and in what order. */
class ScoreSequencesOperatorTest {
  private static final ModelBundle FLAT =
      ModelBundle.read(Path.of("../onnx/src/test/resources/bundles/flat/1"));
  private static final int MAX_BATCH = 3;
  private static final int MAX_DELAY_MILLIS = 5;

  private KeyedOneInputStreamOperatorTestHarness<String, Envelope<Sequence>, Envelope<Score>>
      harness;

  @BeforeEach
  void open() throws Exception {
    RuntimeConfig runtime = new RuntimeConfig(MAX_BATCH, Duration.ofMillis(MAX_DELAY_MILLIS), 1);
    harness =
        Harnesses.scoring(
            new ScoreSequences(
                Map.of("pumps", PerEntity.same(FLAT)),
                Map.of(),
                runtime,
                new UnscoredSequences(
                    "events", Map.of("pumps", List.of("temperature", "vibration")))));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void aFullBatchGoesThrough() throws Exception {
    send("a", 1);
    send("b", 2);
    assertThat(scored()).isEmpty();

    send("c", 3);

    assertThat(scored()).containsExactly("a 0.5", "b 1.0", "c 1.5");
  }

  @Test
  void aWatermarkLetsNothingWait() throws Exception {
    send("a", 1);

    harness.processWatermark(1);

    assertThat(scored()).containsExactly("a 0.5");
  }

  @Test
  void theDelayLetsNothingWait() throws Exception {
    send("a", 1);
    harness.setProcessingTime(MAX_DELAY_MILLIS - 1);
    assertThat(scored()).isEmpty();

    harness.setProcessingTime(MAX_DELAY_MILLIS);

    assertThat(scored()).containsExactly("a 0.5");
  }

  @Test
  void nothingIsKeptAtACheckpoint() throws Exception {
    send("a", 1);

    harness.prepareSnapshotPreBarrier(1);

    assertThat(scored()).containsExactly("a 0.5");
  }

  @Test
  void theEndOfInputLetsNothingWait() throws Exception {
    send("a", 1);

    harness.getOneInputOperator().finish();

    assertThat(scored()).containsExactly("a 0.5");
  }

  @Test
  void noTimerIsLeftOnceTheBatchHasGone() throws Exception {
    send("a", 1);

    harness.processWatermark(1);

    assertThat(harness.getProcessingTimeService().getNumActiveTimers()).isZero();
  }

  @Test
  void wordsThatCarryNothingKeepTheirPlace() throws Exception {
    send("a", 1);
    harness.processElement(
        new Envelope.Reset<>(Subject.of("pumps", "a"), 2, "new model version"), 2);
    send("a", 3);
    harness.processWatermark(3);

    assertThat(scored()).containsExactly("a 0.5", "a reset", "a 1.5");
  }

  @Test
  void aSequenceThatGivesNoNumberIsNotJudgedAndItsNeighboursAre() throws Exception {
    send("a", 1);
    send("b", Float.NaN);
    send("c", 3);

    assertThat(scored()).containsExactly("a 0.5", "b the model gave no number", "c 1.5");
    DeadLetter letter = harness.getSideOutput(ScoreSequences.UNSCORED).remove().getValue();
    assertThat(letter.reason()).isEqualTo(DeadLetterReason.NOT_SCORABLE);
    assertThat(letter.position()).isEqualTo(new RecordPosition("events", 0, 1));
    assertThat(letter.value())
        .asString(UTF_8)
        .isEqualTo(
            "{\"entity\":\"b\",\"time\":\"1970-01-01T00:00:00.003Z\",\"values\":{\"vibration\":0.0}}");
    assertThat(harness.getSideOutput(ScoreSequences.UNSCORED)).isEmpty();
  }

  private void send(String entity, float newest) throws Exception {
    float[] values = {0, 0, 0, 0, 0, 0, newest, 0};
    Sequence sequence =
        new Sequence(
            Subject.of("pumps", entity),
            0,
            3,
            values,
            new boolean[] {false, false, false, false, false, false, true, true},
            2,
            List.of(OffsetRange.of(0, 1)));
    harness.processElement(new Envelope.Judgeable<>(Subject.of("pumps", entity), 3, sequence), 3);
  }

  private List<String> scored() {
    return harness.extractOutputValues().stream()
        .map(envelope -> envelope.entity() + " " + describe(envelope))
        .toList();
  }

  private static String describe(Envelope<Score> envelope) {
    if (envelope instanceof Envelope.Judgeable<Score> judgeable) {
      return String.valueOf(judgeable.content().raw());
    }
    return envelope instanceof Envelope.NotJudged<Score> notJudged ? notJudged.reason() : "reset";
  }
}
