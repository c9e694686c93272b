package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kilter.UserError;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Networks broken at random, by a fixed seed. */
class MutatedNetworkTest {
  private static final int MUTANTS = 300;
  private final Random random = new Random(11);

  @Test
  void noNetworkThatWasChangedGetsIn() {
    for (int i = 0; i < MUTANTS; i++) {
      ModelBundle mutant = Bundles.withNetwork(mutated(bundle("flat").network()));
      assertThatThrownBy(() -> Admission.admit(mutant).close())
          .isInstanceOf(UserError.class)
          .hasMessageContaining("SHA-256");
    }
  }

  @Test
  void aBrokenNetworkExportedWithItsHashIsAUserError() {
    int refused = 0;
    for (int i = 0; i < MUTANTS; i++) {
      ModelBundle mutant = Bundles.withRightHash(mutated(bundle("flat").network()));
      Throwable thrown = catchThrowable(() -> Admission.admit(mutant).close());
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(UserError.class);
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(MUTANTS / 2);
  }

  private byte[] mutated(byte[] network) {
    int at = random.nextInt(network.length);
    network[at] ^= (byte) (1 + random.nextInt(255));
    return network;
  }
}
