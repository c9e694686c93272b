package dev.kilter.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The cores that a process may use, as the system writes them. */
class CoreTest {

  @Test
  void theLastIsForWhatIsMeasuredTheOthersForTheRest() {
    assertThat(Core.of("0-3,8")).isEqualTo(new Core(8, List.of(0, 1, 2, 3)));
    assertThat(Core.of("0-1")).isEqualTo(new Core(1, List.of(0)));
  }

  @Test
  void aLoneOneHasNoOthers() {
    assertThat(Core.of("5")).isEqualTo(new Core(5, List.of()));
  }
}
