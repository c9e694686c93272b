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
    assertThat(texts(LOAD)).filteredOn(text -> text.endsWith("}}")).hasSize(600);
    assertThat(texts(LOAD)).filteredOn(text -> !text.endsWith("}}")).hasSize(6);
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
            .collect(
                Collectors.groupingBy(
                    Delivery::entity, Collectors.mapping(Load::partition, Collectors.toSet())));
    assertThat(partitions).hasSize(12).allSatisfy((pump, each) -> assertThat(each).hasSize(1));
    assertThat(partitions.values().stream().flatMap(Set::stream).distinct())
        .hasSize(Load.PARTITIONS);
  }

  private static List<String> texts(Load load) {
    return load.deliveries().stream()
        .map(delivery -> new String(delivery.value(), StandardCharsets.UTF_8))
        .toList();
  }
}
