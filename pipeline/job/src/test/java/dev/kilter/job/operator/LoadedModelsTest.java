package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.onnx.Execution;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.SequenceScorer;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Room for two models. */
class LoadedModelsTest {
  private final Counter loads = new SimpleCounter();
  private final LoadedModels models = new LoadedModels(2, Execution.onCpu(), loads);

  @AfterEach
  void close() {
    models.close();
  }

  @Test
  void aModelIsLoadedOnce() {
    SequenceScorer first = models.of(bundle("a"));

    assertThat(models.of(bundle("a"))).isSameAs(first);
    assertThat(loads.getCount()).isEqualTo(1);
  }

  @Test
  void theOneNotUsedForLongestMakesRoom() throws Exception {
    SequenceScorer a = models.of(bundle("a"));
    SequenceScorer b = models.of(bundle("b"));
    models.of(bundle("a"));

    models.of(bundle("c"));

    assertThat(models.count()).isEqualTo(2);
    assertThat(models.of(bundle("a"))).isSameAs(a);
    assertThat(a.score(List.of(sequence()))).hasSize(1);
    assertThatThrownBy(() -> b.score(List.of(sequence()))).isInstanceOf(RuntimeException.class);
  }

  @Test
  void oneThatMadeRoomIsLoadedAgain() throws Exception {
    for (String place : List.of("a", "b", "c", "a")) {
      assertThat(models.of(bundle(place)).score(List.of(sequence()))).hasSize(1);
    }
    assertThat(loads.getCount()).isEqualTo(4);
  }

  /** The same bundle at any place. */
  private static ModelBundle bundle(String place) {
    ModelBundle flat = ModelBundle.read(Path.of("../onnx/src/test/resources/bundles/flat/1"));
    return new ModelBundle(place, flat.contractJson(), flat.network(), flat.goldenJson());
  }

  private static Sequence sequence() {
    boolean[] mask = {true, true, true, true, true, true, true, true};
    return new Sequence(Subject.of("pumps", "a"), 0, 3, new float[8], mask, 2, List.of());
  }
}
