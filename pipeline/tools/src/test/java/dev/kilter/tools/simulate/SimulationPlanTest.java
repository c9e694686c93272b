package dev.kilter.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulationPlanTest {
  @Test
  void namesPumpsWithEnoughDigits() {
    assertThat(Plans.of(9, Duration.ofHours(1), 0, 1).entity(0)).isEqualTo("pump-01");
    assertThat(Plans.of(150, Duration.ofHours(1), 0, 1).entity(4)).isEqualTo("pump-005");
  }

  @Test
  void refusesWhatMakesNoPlanAndNamesTheValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plans.of(0, Duration.ofHours(1), 0, 1))
        .withMessage("entities must be 1 to 1000000, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plans.of(1, Duration.ZERO, 0, 1))
        .withMessageContaining("length");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plans.of(1, Duration.ofSeconds(1), 0, 1))
        .withMessageContaining("period must not exceed the length");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plans.of(1, Duration.ofHours(1), 3, 1))
        .withMessage("faults must be 0 to 2.5 per entity-day, not 3.0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SimulationPlan(1, Instant.EPOCH, Duration.ofHours(1), Duration.ZERO, 0, 1))
        .withMessageContaining("period");
  }
}
