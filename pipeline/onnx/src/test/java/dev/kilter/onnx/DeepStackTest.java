package dev.kilter.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeepStackTest {
  /** ONNX Runtime takes about 250 bytes of stack for each character of the command line. */
  private static final int LONGEST_COMMAND_LINE = 1 << 17;

  @Test
  void recursesAsDeepAsTheLongestCommandLineAsksFor() {
    assertThat(DeepStack.call(() -> depth(4 * LONGEST_COMMAND_LINE)))
        .isEqualTo(4 * LONGEST_COMMAND_LINE);
  }

  @Test
  void whatFailsThereFailsHereWithItsCause() {
    IllegalArgumentException cause = new IllegalArgumentException("no library");

    assertThatThrownBy(
            () ->
                DeepStack.call(
                    () -> {
                      throw cause;
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no library")
        .hasCause(cause);
  }

  private static int depth(int calls) {
    return calls == 0 ? 0 : 1 + depth(calls - 1);
  }
}
