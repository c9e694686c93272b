package dev.kilter.tools.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.onnx.Precision;
import dev.kilter.onnx.Processor;
import dev.kilter.onnx.Provider;
import org.junit.jupiter.api.Test;

class ProcessorTextTest {

  @Test
  void theCpuNeedsNoMoreWords() {
    assertThat(ProcessorText.of(Processor.CPU)).isEqualTo("cpu");
  }

  @Test
  void aGpuIsToldWithItsNumber() {
    assertThat(ProcessorText.of(new Processor(Provider.CUDA, 1, 0, Precision.FLOAT32)))
        .isEqualTo("gpu 1 in float32");
  }

  @Test
  void itsLimitAndWhatStandsInAreToldToo() {
    assertThat(ProcessorText.of(new Processor(Provider.AUTO, 0, 2L << 30, Precision.TF32)))
        .startsWith("gpu 0 in tf32, at most 2")
        .endsWith(" of its memory for a model, or else the cpu");
  }
}
