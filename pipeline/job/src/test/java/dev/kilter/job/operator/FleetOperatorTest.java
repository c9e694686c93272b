package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.PerEntity;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/**
 * The score stage with a model for each of three pumps, two of which carry state from row to row:
 * what comes out depends on how many fit into memory as little as on restarts.
 */
class FleetOperatorTest {
  private static final List<String> PUMPS = List.of("pump-1", "pump-2", "pump-3", "pump-1");
  private static final PerEntity<ModelBundle> MODELS =
      new PerEntity<>(
          new TreeMap<>(
              Map.of(
                  "pump-1", bundle("carried", "one"),
                  "pump-2", bundle("carried", "two"),
                  "pump-3", bundle("flat", "three"))),
          null);
  private static final List<PumpRow> ROWS = rows();

  /** Where the networks run. */
  Processor processor() {
    return Processor.CPU;
  }

  @Test
  void whatIsCarriedDoesNotDependOnWhichModelsAreInMemory() throws Exception {
    List<String> roomForAll = scored(64, 1, ROWS);

    assertThat(scored(1, 1, ROWS)).isEqualTo(roomForAll);
    assertThat(scored(1, 100, ROWS)).isEqualTo(roomForAll);
    assertThat(roomForAll).contains("pump-1 3.0→1.0", "pump-2 6.0→1.0", "pump-3 0.0→1.0");
  }

  @Test
  void whatIsCarriedComesThroughARestart() throws Exception {
    var first = harness(1, 1);
    first.open();
    for (String pump : List.of("pump-1", "pump-2", "pump-1", "pump-2")) {
      send(first, pump, pump.equals("pump-1") ? 4 : 8);
    }
    first.prepareSnapshotPreBarrier(1);
    OperatorSubtaskState kept = first.snapshot(1, 1);
    first.close();
    var second = harness(1, 1);
    second.initializeState(kept);
    second.open();

    send(second, "pump-1", 1);
    send(second, "pump-2", 1);
    second.prepareSnapshotPreBarrier(2);

    assertThat(words(second)).containsExactly("pump-1 3.0→1.0", "pump-2 6.0→1.0");
    second.close();
  }

  /** A row of a pump. */
  private record PumpRow(String pump, float value) {}

  private static List<PumpRow> rows() {
    List<PumpRow> rows = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      rows.add(new PumpRow("pump-1", 4));
      rows.add(new PumpRow("pump-2", 8));
      rows.add(new PumpRow("pump-3", 4));
    }
    PUMPS.forEach(pump -> rows.add(new PumpRow(pump, 1)));
    return rows;
  }

  private List<String> scored(int maxModels, int maxBatch, List<PumpRow> rows) throws Exception {
    var harness = harness(maxModels, maxBatch);
    harness.open();
    for (PumpRow row : rows) {
      send(harness, row.pump, row.value);
    }
    harness.prepareSnapshotPreBarrier(1);
    List<String> words = words(harness);
    harness.close();
    return words;
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Envelope<Sequence>, Envelope<Score>>
      harness(int maxModels, int maxBatch) throws Exception {
    var harness =
        Harnesses.scoring(
            new ScoreSequences(
                Map.of("pumps", MODELS),
                Map.of(),
                new RuntimeConfig(maxBatch, Duration.ofMillis(5), maxModels, processor()),
                new UnscoredSequences(
                    "events", Map.of("pumps", List.of("temperature", "vibration")))));
    return harness;
  }

  /** What {@code flat} is asked of is a window of four rows, all of them alike. */
  private static void send(
      KeyedOneInputStreamOperatorTestHarness<String, Envelope<Sequence>, Envelope<Score>> harness,
      String pump,
      float value)
      throws Exception {
    int rows = pump.equals("pump-3") ? 4 : 1;
    float[] values = new float[2 * rows];
    boolean[] mask = new boolean[2 * rows];
    for (int at = 0; at < values.length; at++) {
      values[at] = at % 2 == 0 ? value : 0;
      mask[at] = true;
    }
    Subject subject = Subject.of("pumps", pump);
    Sequence sequence = new Sequence(subject, 3, 3, values, mask, 2, List.of(OffsetRange.of(0, 1)));
    harness.processElement(new Envelope.Judgeable<>(subject, 3, sequence), 3);
  }

  private static List<String> words(
      KeyedOneInputStreamOperatorTestHarness<String, Envelope<Sequence>, Envelope<Score>> harness) {
    return harness.extractOutputValues().stream()
        .map(envelope -> envelope.entity() + " " + words(envelope))
        .toList();
  }

  private static String words(Envelope<Score> envelope) {
    if (envelope instanceof Envelope.Judgeable<Score> judgeable) {
      return judgeable.content().expected()[0] + "→" + judgeable.content().observed()[0];
    }
    return ((Envelope.NotJudged<Score>) envelope).reason();
  }

  private static ModelBundle bundle(String name, String place) {
    Path folder = Path.of("../onnx/src/test/resources/bundles").resolve(name).resolve("1");
    ModelBundle read = ModelBundle.read(folder);
    return new ModelBundle(place, read.contractJson(), read.network(), read.goldenJson());
  }
}
