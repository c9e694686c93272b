package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static dev.kilter.onnx.Bundles.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said where no GPU can be had: here by the ONNX Runtime that is built without. */
class CudaTest {
  private final int before = OpenSessions.count();

  @AfterEach
  void nothingIsLeftOpen() {
    assertThat(OpenSessions.count()).isEqualTo(before);
  }

  @Test
  void aGpuThatMustBeAndIsNotRefusesTheModel() {
    assertThatThrownBy(() -> SequenceScorer.open(bundle("flat"), wanted(Provider.CUDA)))
        .isInstanceOf(CudaError.class)
        .hasNoCause()
        .hasMessage(
            "runtime.provider is cuda, and this machine cannot: the ONNX Runtime on its class path"
                + " is the one without GPUs; build with -Pgpu, and put onnxruntime_gpu in the place"
                + " of onnxruntime into Flink's lib. With provider: auto it would run on the CPU.");
  }

  @Test
  void aGpuThatMayBeAndIsNotLeavesItToTheCpuAndSaysSo() throws Exception {
    try (SequenceScorer scorer = SequenceScorer.open(bundle("flat"), wanted(Provider.AUTO))) {
      assertThat(scorer.score(List.of(random(new Random(1)))).get(0)).isPresent();
      assertThat(scorer.runsOnCuda()).isFalse();
      assertThat(scorer.whyNotOnCuda()).contains(CudaFailure.notBuiltIn());
    }
  }

  @Test
  void aCpuThatWasAskedForNeedsNoReason() {
    try (SequenceScorer scorer = SequenceScorer.open(bundle("flat"))) {
      assertThat(scorer.whyNotOnCuda()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Failed to load library libonnxruntime_providers_cuda.so with error: libcudnn.so.9: cannot open"
        + " shared object file: No such file or directory,"
        + " the library libcudnn.so.9 is missing; CUDA 12 and cuDNN 9 must be installed",
    "error: libcuda.so.1: cannot open shared object file,"
        + " the driver of the GPU is missing (libcuda.so.1)",
    "CUDA failure 100: no CUDA-capable device is detected ; GPU=32712 ; hostname=a,"
        + " there is no GPU (no CUDA-capable device is detected)",
    "CUDA failure 101: invalid device ordinal ; GPU=-1, there is no GPU 3; the first is number 0",
    "CUDA failure 35: CUDA driver version is insufficient for CUDA runtime version ; GPU=0,"
        + " the driver of the GPU is too old for CUDA 12 (CUDA driver version is insufficient for"
        + " CUDA runtime version)",
    "CUDA failure 2: out of memory ; GPU=3, the memory of GPU 3 is used up",
    "CUDA failure 999: unknown error ; GPU=0, unknown error (CUDA failure 999)",
  })
  void whatIsMissingIsSaidInWords(String told, String words) {
    assertThat(CudaFailure.words(told, 3)).contains(words);
  }

  @Test
  void aFailureOfTheNetworkIsNoneOfTheGpu() {
    assertThat(CudaFailure.words("Protobuf parsing failed.", 0)).isEmpty();
  }

  private static Execution wanted(Provider provider) {
    return new Execution(new Processor(provider, 0, 0, Precision.FLOAT32), 32);
  }
}
