package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.sequence.Subject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IncidentIdTest {

  /** printf 'plant\0pumps\0pump-17\0001772366400250' | sha256sum | cut -c 1-32 */
  @Test
  void isTheSameAsEver() {
    assertThat(IncidentId.of("plant", "pumps", subject("pump-17"), 1772366400250L))
        .isEqualTo("83f1b08fe093fc704a6509071539f8b3");
  }

  @Test
  void differsWithEachOfItsParts() {
    assertThat(
            Stream.of(
                IncidentId.of("plant", "pumps", subject("pump-17"), 1),
                IncidentId.of("planu", "pumps", subject("pump-17"), 1),
                IncidentId.of("plant", "pumpt", subject("pump-17"), 1),
                IncidentId.of("plant", "pumps", subject("pump-18"), 1),
                IncidentId.of("plant", "pumps", subject("pump-17"), 2)))
        .doesNotHaveDuplicates();
  }

  @Test
  void doesNotMistakeWhereOnePartEndsAndTheNextBegins() {
    assertThat(
            Stream.of(
                IncidentId.of("ab", "c", subject("d"), 12),
                IncidentId.of("a", "bc", subject("d"), 12),
                IncidentId.of("a", "b", subject("cd"), 12),
                IncidentId.of("ab", "c", subject("d1"), 2)))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsJudgedLateIsAnIncidentOfItsOwn() {
    assertThat(IncidentId.of("plant", "pumps", new Subject("pumps", "pump-17", true), 1))
        .isNotEqualTo(IncidentId.of("plant", "pumps", subject("pump-17"), 1));
  }

  private static Subject subject(String entity) {
    return Subject.of("any", entity);
  }
}
