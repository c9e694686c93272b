package dev.kilter.bench.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.bench.report.Spread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures in batches of 1, 2, 4 and so on, and what they come to. */
class AdviceTest {
  private static final List<DeviceLine> NO_GPU = List.of();

  @Test
  void withoutAGpuItIsTheSmallestBatchThatIsAsGoodAsAny() {
    Advice advice = Advice.of(cpu(10, 50, 98, 100, 97), NO_GPU, size -> size);

    assertThat(advice.provider()).isEqualTo("cpu");
    assertThat(advice.maxBatch()).isEqualTo(4);
    assertThat(advice.overtakes()).isNull();
    assertThat(advice.words())
        .containsExactly("cpu is best in batches of 4: `runtime: {provider: cpu, max-batch: 4}`.");
  }

  @Test
  void aGpuThatIsFasterInLargeBatchesIsUsedFromThereOn() {
    Advice advice = Advice.of(cpu(10, 50, 100, 100), cuda(5, 20, 120, 300), size -> size);

    assertThat(advice.overtakes()).isEqualTo(4);
    assertThat(advice.provider()).isEqualTo("cuda");
    assertThat(advice.maxBatch()).isEqualTo(8);
    assertThat(advice.words())
        .containsExactly(
            "cuda overtakes cpu from batches of 4 on.",
            "cuda is best in batches of 8: `runtime: {provider: cuda, max-batch: 8}`.",
            "Otherwise: cpu is best in batches of 4: `runtime: {provider: cpu, max-batch: 4}`.");
  }

  @Test
  void aGpuThatIsAlwaysFasterIsSaidToBe() {
    Advice advice = Advice.of(cpu(10, 50), cuda(20, 100), size -> size);

    assertThat(advice.overtakes()).isEqualTo(1);
    assertThat(advice.words()).startsWith("cuda is faster than cpu in batches of every size.");
  }

  @Test
  void aGpuThatIsNeverFasterIsNotUsed() {
    Advice advice = Advice.of(cpu(10, 50, 100), cuda(5, 20, 104), size -> size);

    assertThat(advice.provider()).isEqualTo("cpu");
    assertThat(advice.overtakes()).isNull();
    assertThat(advice.words()).startsWith("cpu is fastest in batches of every size.");
  }

  @Test
  void aGpuThatOvertakesWhereTheCpuIsPastItsBestIsNotUsed() {
    Advice advice = Advice.of(cpu(10, 100, 60, 50), cuda(5, 20, 90, 95), size -> size);

    assertThat(advice.provider()).isEqualTo("cpu");
    assertThat(advice.maxBatch()).isEqualTo(2);
    assertThat(advice.words())
        .startsWith(
            "cuda overtakes cpu from batches of 4 on, but is never faster than cpu at its best.");
  }

  @Test
  void anEarlyLeadThatIsLostDoesNotCount() {
    Advice advice = Advice.of(cpu(10, 50, 100), cuda(20, 40, 200), size -> size);

    assertThat(advice.overtakes()).isEqualTo(4);
  }

  @Test
  void onlyBatchesThatBothHaveAreCompared() {
    Advice advice = Advice.of(cpu(10, 50, 100, 100), cuda(20, 100), size -> size);

    assertThat(advice.overtakes()).isEqualTo(1);
    assertThat(advice.provider()).isEqualTo("cpu");
  }

  @Test
  void ofStepsThePipelineFileIsToldFewer() {
    Advice advice = Advice.of(cpu(10, 50, 100, 200), NO_GPU, steps -> steps / 4);

    assertThat(advice.maxBatch()).isEqualTo(2);
    assertThat(advice.words())
        .containsExactly("cpu is best in batches of 8: `runtime: {provider: cpu, max-batch: 2}`.");
  }

  private static List<DeviceLine> cpu(double... perSecond) {
    return lines("cpu", perSecond);
  }

  private static List<DeviceLine> cuda(double... perSecond) {
    return lines("cuda", perSecond);
  }

  private static List<DeviceLine> lines(String provider, double... perSecond) {
    List<DeviceLine> lines = new ArrayList<>();
    int batch = 1;
    for (double each : perSecond) {
      lines.add(new DeviceLine(provider, batch, new Spread(each, each, each)));
      batch *= 2;
    }
    return lines;
  }
}
