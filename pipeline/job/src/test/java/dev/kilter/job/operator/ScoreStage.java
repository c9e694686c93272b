package dev.kilter.job.operator;

import dev.kilter.event.PerEntity;
import dev.kilter.job.config.RuntimeConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.Processor;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The score stage on its own: takes rows of pumps, and writes down what it says. */
final class ScoreStage {
  private final ModelBundle bundle;
  private final int maxBatch;
  private final Processor processor;
  private final List<String> committed = new ArrayList<>();
  private KeyedOneInputStreamOperatorTestHarness<String, Envelope<Sequence>, Envelope<Score>>
      harness;
  private OperatorSubtaskState kept;

  private ScoreStage(ModelBundle bundle, int maxBatch, Processor processor) {
    this.bundle = bundle;
    this.maxBatch = maxBatch;
    this.processor = processor;
  }

  /** A pump and the newest value of its first channel. */
  record Fed(String pump, float newest) {}

  static Fed row(String pump, float newest) {
    return new Fed(pump, newest);
  }

  /** A stage with one of the bundles that the tests of the onnx module have. */
  static ScoreStage open(String bundle, int maxBatch, Processor processor) throws Exception {
    return open(ScoreInputs.bundle(bundle), maxBatch, processor);
  }

  static ScoreStage open(ModelBundle bundle, int maxBatch, Processor processor) throws Exception {
    ScoreStage stage = new ScoreStage(bundle, maxBatch, processor);
    stage.harness = stage.harness();
    stage.harness.open();
    return stage;
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Envelope<Sequence>, Envelope<Score>>
      harness() throws Exception {
    return Harnesses.scoring(
        new ScoreSequences(
            Map.of("pumps", PerEntity.same(bundle)),
            Map.of(),
            new RuntimeConfig(maxBatch, Duration.ofMillis(5), 1, processor),
            new UnscoredSequences("events", Map.of("pumps", bundle.contract().channelNames()))));
  }

  ScoreStage takes(Fed row) throws Exception {
    int channels = bundle.contract().channels().size();
    int size = bundle.contract().sequence().length() * channels;
    float[] values = new float[size];
    values[size - channels] = row.newest;
    return takes(row.pump, values);
  }

  ScoreStage takes(String pump, float[] values) throws Exception {
    int channels = bundle.contract().channels().size();
    harness.processElement(
        ScoreInputs.measured(Subject.of("pumps", pump), channels, values), ScoreInputs.MILLIS);
    return this;
  }

  /** All that the entity had is over. */
  ScoreStage forgets(String pump) throws Exception {
    Subject subject = Subject.of("pumps", pump);
    harness.processElement(
        new Envelope.Reset<>(subject, ScoreInputs.MILLIS, "gap"), ScoreInputs.MILLIS);
    return this;
  }

  /** Nothing may wait any longer. */
  ScoreStage passes() throws Exception {
    harness.processWatermark(ScoreInputs.MILLIS);
    return this;
  }

  /** So many milliseconds pass. */
  ScoreStage waits(long millis) throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + millis);
    return this;
  }

  /** Does what the task has been told to do by another thread; waits until there is something. */
  void obeys() throws Exception {
    harness.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
  }

  /** What was said up to here is said for good. */
  void checkpoints() throws Exception {
    harness.prepareSnapshotPreBarrier(1);
    kept = harness.snapshot(1, 1);
    committed.addAll(said());
    harness.getOutput().clear();
  }

  /** What was said since the checkpoint is void; another task goes on from there. */
  void failsAndGoesOn() throws Exception {
    harness.close();
    harness = harness();
    harness.initializeState(kept);
    harness.open();
  }

  /** What was said at the checkpoints. */
  List<String> committed() {
    return committed;
  }

  List<String> said() {
    return harness.extractOutputValues().stream().map(ScoreStage::line).toList();
  }

  /** Every score by its pump. */
  Map<String, Score> scores() {
    Map<String, Score> scores = new TreeMap<>();
    for (Envelope<Score> envelope : harness.extractOutputValues()) {
      scores.put(envelope.entity(), ((Envelope.Judgeable<Score>) envelope).content());
    }
    return scores;
  }

  List<String> deadLetters() {
    return harness.getSideOutput(ScoreSequences.UNSCORED).stream()
        .map(letter -> letter.getValue())
        .map(letter -> letter.reason().label() + ": " + letter.detail())
        .toList();
  }

  private static String line(Envelope<Score> envelope) {
    if (envelope instanceof Envelope.Judgeable<Score> judgeable) {
      return envelope.entity() + " " + judgeable.content().raw();
    }
    return envelope.entity()
        + " "
        + (envelope instanceof Envelope.NotJudged<Score> not ? not.reason() : "reset");
  }

  void close() throws Exception {
    harness.close();
  }
}
