package dev.kilter.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlaceFaultsTest {
  private static final SimulationPlan PLAN = Plans.of(40, Duration.ofDays(10), 1.5, 11);
  private static final List<Fault> FAULTS = new Simulation(PLAN).faults();

  @Test
  void faultsAreSortedByOnsetAndEntity() {
    assertThat(FAULTS)
        .isSortedAccordingTo(
            Comparator.comparingLong(Fault::fromMillis).thenComparing(Fault::entity));
  }

  @Test
  void theRateIsMetOnAverage() {
    assertThat(FAULTS.size() / 400.0).isBetween(1.3, 1.7);
  }

  @Test
  void everyKindOccurs() {
    assertThat(FAULTS.stream().map(Fault::kind).distinct())
        .containsExactlyInAnyOrderElementsOf(FaultCatalogue.KINDS);
  }

  @Test
  void sizesAreRungsOfTheLadderAndAStuckSensorHasNone() {
    Set<Double> ladder =
        Arrays.stream(FaultSize.values()).map(FaultSize::inNoise).collect(Collectors.toSet());
    ladder.add(Double.NaN);

    assertThat(FAULTS).extracting(Fault::sizeInNoise).hasSameElementsAs(ladder);
    assertThat(FAULTS)
        .allSatisfy(
            fault ->
                assertThat(Double.isNaN(fault.sizeInNoise()))
                    .isEqualTo(fault.kind() == FaultCatalogue.STUCK_SENSOR));
  }

  @Test
  void faultsLastOneAndAHalfToFourHoursAndLieWithinThePlanPastItsFirstTwoHours() {
    assertThat(FAULTS)
        .allSatisfy(
            fault -> {
              assertThat(Duration.ofMillis(fault.toMillis() - fault.fromMillis()))
                  .isBetween(Duration.ofMinutes(90), Duration.ofHours(4));
              assertThat(fault.fromMillis())
                  .isGreaterThanOrEqualTo(PLAN.fromMillis() + Duration.ofHours(2).toMillis());
              assertThat(fault.toMillis()).isLessThanOrEqualTo(PLAN.toMillis());
            });
  }

  @Test
  void faultsOfOneEntityAreSixHoursApart() {
    for (List<Fault> ofOne : byEntity()) {
      for (int i = 1; i < ofOne.size(); i++) {
        assertThat(ofOne.get(i).fromMillis() - ofOne.get(i - 1).toMillis())
            .isGreaterThanOrEqualTo(Duration.ofHours(6).toMillis());
      }
    }
  }

  @Test
  void aFaultListsTheChannelsItMovesByOneNoiseDeviationOrMore() {
    Fault slight =
        new PlacedFault(FaultCatalogue.VOLTAGE_SAG, 0, 1, 6, FaultCatalogue.VOLTAGE_SAG.effects())
            .of("pump-01");

    assertThat(slight.channels()).containsExactly("voltage", "current", "winding-temperature");
  }

  private static Collection<List<Fault>> byEntity() {
    return FAULTS.stream().collect(Collectors.groupingBy(Fault::entity)).values();
  }
}
