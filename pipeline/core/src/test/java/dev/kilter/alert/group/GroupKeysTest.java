package dev.kilter.alert.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.AlertStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupKeysTest {
  private static final GroupKeys HALLS = GroupKeys.of(new GroupBy(true, true, "(hall-\\d+)/.*"));

  @Test
  void incidentsOfOneDetectorAreTogether() {
    GroupKeys keys = GroupKeys.of(GroupBy.standard());

    assertThat(keys.keyOf(named("a"))).isEqualTo(keys.keyOf(named("b")));
    assertThat(GroupKeys.detector(keys.keyOf(named("a")))).isEqualTo("pumps");
    assertThat(GroupKeys.part(keys.keyOf(named("a")))).isEmpty();
  }

  @Test
  void whereTheDetectorDoesNotMatterItIsNotInTheKey() {
    GroupKeys keys = GroupKeys.of(new GroupBy(false, true, null));

    assertThat(GroupKeys.detector(keys.keyOf(named("a")))).isEmpty();
  }

  @Test
  void incidentsOfOneHallAreTogether() {
    assertThat(HALLS.keyOf(named("hall-7/pump-1"))).isEqualTo(HALLS.keyOf(named("hall-7/fan\n2")));
    assertThat(HALLS.keyOf(named("hall-7/pump-1")))
        .isNotEqualTo(HALLS.keyOf(named("hall-8/pump-1")));
    assertThat(GroupKeys.part(HALLS.keyOf(named("hall-7/pump-1")))).isEqualTo("hall-7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pump-1", "the hall-7/pump-1", "hall-7"})
  void whoseNameIsAnotherIsInNoGroup(String name) {
    assertThat(HALLS.has(named(name))).isFalse();
  }

  @Test
  void aGroupOfTheExpressionThatDidNotMatchIsNoPart() {
    GroupKeys keys = GroupKeys.of(new GroupBy(true, true, "(hall-\\d+/)?pump-\\d+"));

    assertThat(keys.has(named("hall-7/pump-1"))).isTrue();
    assertThat(keys.has(named("pump-1"))).isFalse();
  }

  @Test
  void aNameWithoutEndIsInNoGroup() {
    assertThat(GroupKeys.of(GroupBy.standard()).has(named("p".repeat(1_000)))).isTrue();
    assertThat(GroupKeys.of(GroupBy.standard()).has(named("p".repeat(1_001)))).isFalse();
  }

  private static Member named(String entity) {
    return Hall.alert(entity, 1, AlertStatus.OPEN, 1);
  }
}
