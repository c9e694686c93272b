package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.PerEntity;
import dev.kilter.job.BundleStore;
import dev.kilter.job.config.RuntimeConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
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
import org.junit.jupiter.api.io.TempDir;

/** The score stage with one network for many entities, two of which are scaled for themselves. */
class EntitiesOperatorTest {
  private static final String TWO =
      """
      {"unseen": "pooled", "entities": {
        "hot": {"scaling": {"mean": [100, 0], "deviation": [10, 1]}},
        "cold": {"scaling": {"mean": [-20, 0], "deviation": [1, 1]},
                 "errors": {"mean": [1, 0], "deviation": [2, 1]}}}}
      """;

  @TempDir private Path folder;
  private KeyedOneInputStreamOperatorTestHarness<String, Envelope<Sequence>, Envelope<Score>>
      harness;

  @BeforeEach
  void open() throws Exception {
    new BundleStore(folder).add("no-errors", "shared/1").entities("shared/1", TWO);
    ModelBundle shared = ModelBundle.read(folder.resolve("shared/1"));
    harness =
        Harnesses.scoring(
            new ScoreSequences(
                Map.of("pumps", PerEntity.same(shared)),
                Map.of(),
                new RuntimeConfig(100, Duration.ofMillis(5), 1),
                new UnscoredSequences("events", Map.of("pumps", List.of("a", "b")))));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void inOneBatchEachEntityIsScoredByItsOwnStatisticsAndOneUnseenByTheModels() throws Exception {
    send("hot", 150);
    send("cold", -15);
    send("new", 10);

    harness.prepareSnapshotPreBarrier(1);

    assertThat(harness.extractOutputValues())
        .extracting(EntitiesOperatorTest::words)
        .containsExactly(
            "hot 5.0 off: 150.0 for 100.0",
            "cold 2.0 off: -15.0 for -20.0",
            "new 5.0 off: 10.0 for 0.0");
  }

  /** Four rows, all alike. */
  private void send(String entity, float value) throws Exception {
    float[] values = {value, 0, value, 0, value, 0, value, 0};
    boolean[] mask = {true, true, true, true, true, true, true, true};
    Subject subject = Subject.of("pumps", entity);
    Sequence sequence = new Sequence(subject, 0, 3, values, mask, 2, List.of());
    harness.processElement(new Envelope.Judgeable<>(subject, 3, sequence), 3);
  }

  private static String words(Envelope<Score> envelope) {
    Score score = ((Envelope.Judgeable<Score>) envelope).content();
    return "%s %s off: %s for %s"
        .formatted(envelope.entity(), score.parts()[0], score.observed()[0], score.expected()[0]);
  }
}
