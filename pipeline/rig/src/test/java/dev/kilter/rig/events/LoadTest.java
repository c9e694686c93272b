package dev.kilter.rig.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.simulate.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static final Load LOAD = Load.pumps(12, 120, Duration.ofSeconds(5), 7);

  @Test
  void aSecondOfItHasAsManyEventsAsItIsToHaveAndSomeRubbish() {
    assertThat(texts(LOAD))
        .filteredOn(text -> text.contains("pump-") && text.endsWith("}}"))
        .hasSize(600);
    assertThat(texts(LOAD)).filteredOn(text -> !text.endsWith("}}")).hasSize(6);
  }

  @Test
  void besideThePumpsThereIsAnEntityOfWhichOneRowIsDeadly() {
    List<String> beside = texts(LOAD).stream().filter(text -> text.contains(Load.DEADLY)).toList();
    assertThat(beside).hasSize(50);
    assertThat(beside).filteredOn(text -> text.contains(":666.0,")).containsExactly(beside.get(20));
  }

  @Test
  void itIsKnownWhereTheRubbishLies() {
    long before =
        LOAD.deliveries().stream()
            .takeWhile(delivery -> texts(List.of(delivery)).get(0).endsWith("}}"))
            .count();
    Delivery first = LOAD.deliveries().get((int) before);
    long offset =
        LOAD.deliveries().stream()
            .limit(before)
            .filter(delivery -> Load.partition(delivery) == Load.partition(first))
            .count();
    assertThat(LOAD.rubbish()).hasSize(6).contains(Load.partition(first) + "-" + offset);
  }

  @Test
  void theSameSeedMakesTheSameEvents() {
    assertThat(texts(Load.pumps(12, 120, Duration.ofSeconds(5), 7))).isEqualTo(texts(LOAD));
    assertThat(texts(Load.pumps(12, 120, Duration.ofSeconds(5), 8))).isNotEqualTo(texts(LOAD));
  }

  @Test
  void eventsOfAPumpAreInOnePartitionAndPumpsInAllOfThem() {
    Map<String, Set<Integer>> partitions =
        LOAD.deliveries().stream()
            .filter(delivery -> !delivery.entity().equals(Load.DEADLY))
            .collect(
                Collectors.groupingBy(
                    Delivery::entity, Collectors.mapping(Load::partition, Collectors.toSet())));
    assertThat(partitions).hasSize(12).allSatisfy((pump, each) -> assertThat(each).hasSize(1));
    assertThat(partitions.values().stream().flatMap(Set::stream).distinct())
        .hasSize(Load.PARTITIONS);
  }

  private static List<String> texts(Load load) {
    return texts(load.deliveries());
  }

  private static List<String> texts(List<Delivery> deliveries) {
    return deliveries.stream()
        .map(delivery -> new String(delivery.value(), StandardCharsets.UTF_8))
        .toList();
  }
}
