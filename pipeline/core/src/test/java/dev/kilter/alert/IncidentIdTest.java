package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IncidentIdTest {

  /** printf 'plant\0pumps\0pump-17\0001772366400250' | sha256sum | cut -c 1-32 */
  @Test
  void isTheSameAsEver() {
    assertThat(IncidentId.of("plant", "pumps", "pump-17", 1772366400250L))
        .isEqualTo("83f1b08fe093fc704a6509071539f8b3");
  }

  @Test
  void differsWithEachOfItsParts() {
    assertThat(
            Stream.of(
                IncidentId.of("plant", "pumps", "pump-17", 1),
                IncidentId.of("planu", "pumps", "pump-17", 1),
                IncidentId.of("plant", "pumpt", "pump-17", 1),
                IncidentId.of("plant", "pumps", "pump-18", 1),
                IncidentId.of("plant", "pumps", "pump-17", 2)))
        .doesNotHaveDuplicates();
  }

  @Test
  void doesNotMistakeWhereOnePartEndsAndTheNextBegins() {
    assertThat(
            Stream.of(
                IncidentId.of("ab", "c", "d", 12),
                IncidentId.of("a", "bc", "d", 12),
                IncidentId.of("a", "b", "cd", 12),
                IncidentId.of("ab", "c", "d1", 2)))
        .doesNotHaveDuplicates();
  }
}
