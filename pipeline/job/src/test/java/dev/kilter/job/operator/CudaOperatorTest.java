package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.event.PerEntity;
import dev.kilter.job.config.RuntimeConfig;
import dev.kilter.onnx.CudaError;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.OpenSessions;
import dev.kilter.onnx.Precision;
import dev.kilter.onnx.Processor;
import dev.kilter.onnx.Provider;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The score stage where a GPU is wanted and, as in every build without -Pgpu, cannot be had. */
@SuppressWarnings("try") // the harness may be interrupted as it closes
class CudaOperatorTest {
  private static final ModelBundle FLAT =
      ModelBundle.read(Path.of("../onnx/src/test/resources/bundles/flat/1"));

  @Test
  void aGpuThatMustBeFailsTheStartForGood() throws Exception {
    failsForGood(PerEntity.same(FLAT));
  }

  @Test
  void soItDoesWhereModelsAreLoadedWhenTheyAreNeeded() throws Exception {
    failsForGood(new PerEntity<>(new TreeMap<>(Map.of("a", FLAT)), null));
  }

  @Test
  void aModelThatIsRefusedLeavesNoneOfTheOthersOpen() throws Exception {
    int before = OpenSessions.count();
    ModelBundle broken =
        new ModelBundle("broken/1", FLAT.contractJson(), new byte[0], FLAT.goldenJson());
    var harness =
        harness(
            Provider.CPU,
            PerEntity.same(broken),
            PerEntity.same(FLAT),
            PerEntity.same(FLAT),
            PerEntity.same(FLAT),
            PerEntity.same(FLAT));

    assertThatThrownBy(harness::open).isInstanceOf(UserError.class);

    harness.getOperator().close();
    assertThat(OpenSessions.count()).isEqualTo(before);
  }

  @Test
  void aGpuThatMayBeLeavesTheStageToTheCpu() throws Exception {
    int before = OpenSessions.count();
    try (var harness = harness(Provider.AUTO, PerEntity.same(FLAT))) {
      harness.open();

      assertThat(OpenSessions.count()).isEqualTo(before + 1);
    }
    assertThat(OpenSessions.count()).isEqualTo(before);
  }

  private static void failsForGood(PerEntity<ModelBundle> models) throws Exception {
    int before = OpenSessions.count();
    var harness = harness(Provider.CUDA, models);

    assertThatThrownBy(harness::open)
        .isInstanceOf(SuppressRestartsException.class)
        .hasCauseInstanceOf(CudaError.class);

    harness.getOperator().close();
    assertThat(OpenSessions.count()).isEqualTo(before);
  }

  @SafeVarargs
  private static KeyedOneInputStreamOperatorTestHarness<String, Envelope<Sequence>, Envelope<Score>>
      harness(Provider provider, PerEntity<ModelBundle>... models) throws Exception {
    Map<String, PerEntity<ModelBundle>> byDetector = new LinkedHashMap<>();
    for (PerEntity<ModelBundle> each : models) {
      byDetector.put("detector-" + byDetector.size(), each);
    }
    Processor processor = new Processor(provider, 0, 0, Precision.FLOAT32);
    return Harnesses.scoring(
        new ScoreSequences(
            byDetector,
            Map.of(),
            new RuntimeConfig(3, Duration.ofMillis(5), 2, processor),
            new UnscoredSequences("events", Map.of("pumps", List.of("temperature", "vibration")))));
  }
}
