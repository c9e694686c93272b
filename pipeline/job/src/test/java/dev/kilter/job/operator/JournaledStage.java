package dev.kilter.job.operator;

import dev.kilter.event.PerEntity;
import dev.kilter.job.config.JournalPlace;
import dev.kilter.job.config.RuntimeConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.Processor;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The score stage with a journal: takes sequences of pumps, and writes down what it says. */
final class JournaledStage implements AutoCloseable {
  static final String TOPIC = "events";
  static final int MAX_BATCH = 3;

  /** What the network of the bundles {@code crashing} brings its process down with. */
  static final float DEADLY = 666;

  private static final int CHANNELS = 2;
  private static final List<String> PUMPS = List.of("a", "b", "c");
  private static final int ROWS = 10;
  private static final int DEADLY_ROW = 4;

  private final Counted counted = new Counted();
  private final KeyedOneInputStreamOperatorTestHarness<String, Envelope<Sequence>, Envelope<Score>>
      harness;

  private JournaledStage(ModelBundle bundle, JournalPlace place) throws Exception {
    harness =
        Harnesses.scoring(
            new ScoreSequences(
                Map.of("pumps", PerEntity.same(bundle)),
                Map.of(),
                new RuntimeConfig(MAX_BATCH, Duration.ofMillis(5), 1, Processor.CPU)
                    .journaled(place),
                new UnscoredSequences(TOPIC, Map.of("pumps", List.of("temperature", "vibration")))),
            new MockEnvironmentBuilder().setMetricGroup(counted).build());
    harness.open();
  }

  static JournaledStage open(String bundle, Path journal) throws Exception {
    return new JournaledStage(
        ScoreInputs.bundle(bundle), new JournalPlace.Folder(journal.toAbsolutePath().toString()));
  }

  static JournaledStage withoutJournal(String bundle) throws Exception {
    return new JournaledStage(ScoreInputs.bundle(bundle), new JournalPlace.Off());
  }

  /** Ten rows of three pumps by turns, as sequences of so many; the fifth row of b is deadly. */
  static List<Sequence> threePumps(int length) {
    List<Sequence> sequences = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      for (String pump : PUMPS) {
        sequences.add(sequence(pump, row, length));
      }
    }
    return sequences;
  }

  /** The sequence of so many rows that ends with this one. */
  static Sequence sequence(String pump, int newest, int length) {
    float[] values = new float[length * CHANNELS];
    for (int row = 0; row < length; row++) {
      values[row * CHANNELS] = value(pump, newest - length + 1 + row);
    }
    boolean[] mask = new boolean[values.length];
    Arrays.fill(mask, true);
    return new Sequence(
        Subject.of("pumps", pump),
        newest - length + 1,
        newest,
        values,
        mask,
        CHANNELS,
        List.of(OffsetRange.of(0, newest)));
  }

  private static float value(String pump, int row) {
    return pump.equals("b") && row == DEADLY_ROW ? DEADLY : PUMPS.indexOf(pump) + row * 0.7f;
  }

  JournaledStage takes(Collection<Sequence> sequences) throws Exception {
    for (Sequence sequence : sequences) {
      harness.processElement(
          new Envelope.Judgeable<>(sequence.subject(), sequence.timeMillis(), sequence),
          sequence.timeMillis());
    }
    harness.processWatermark(ROWS);
    return this;
  }

  /** A line for each: of a score all of its bits that may differ. */
  List<String> said() {
    return harness.extractOutputValues().stream().map(JournaledStage::line).toList();
  }

  private static String line(Envelope<Score> envelope) {
    String whose = envelope.entity() + envelope.timeMillis() + " ";
    if (envelope instanceof Envelope.Judgeable<Score> judgeable) {
      Score score = judgeable.content();
      return whose + score.raw() + Arrays.toString(score.parts()) + score.expected()[0];
    }
    return whose + ((Envelope.NotJudged<Score>) envelope).reason();
  }

  List<String> deadLetters() {
    var letters = harness.getSideOutput(ScoreSequences.UNSCORED);
    return letters == null
        ? List.of()
        : letters.stream()
            .map(letter -> letter.getValue())
            .map(
                letter ->
                    letter.position().offset()
                        + " "
                        + letter.reason().label()
                        + ": "
                        + letter.detail())
            .toList();
  }

  /** How many went through the network at once, the fewest first. */
  List<Long> batches(String model) {
    return IntStream.range(0, counted.told("model=" + model, "batchSize").length)
        .mapToObj(index -> counted.told("model=" + model, "batchSize")[index])
        .toList();
  }

  long quarantined() {
    return counted.count("quarantined");
  }

  @Override
  public void close() {
    try {
      harness.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
