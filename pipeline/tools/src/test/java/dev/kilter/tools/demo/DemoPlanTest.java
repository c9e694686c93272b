package dev.kilter.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.simulate.Fault;
import dev.kilter.tools.simulate.Simulation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoPlanTest {
  private static final DemoPlan PLAN = new DemoPlan(20, Duration.ofSeconds(90), 1, false);

  @Test
  void hasFaultsToFindThatAllLieWithin() {
    List<Fault> faults = new Simulation(PLAN.counted()).faults();

    assertThat(faults).hasSizeBetween(20, 60);
    assertThat(faults).allMatch(fault -> fault.toMillis() <= PLAN.end().toEpochMilli());
  }

  @Test
  void goesOnWhereTheCountedTimeEnds() {
    assertThat(PLAN.aftermath(0).from()).isEqualTo(PLAN.end());
    assertThat(PLAN.aftermath(1).from()).isEqualTo(PLAN.end().plus(PLAN.aftermath(0).length()));
  }

  @Test
  void letsTheBaselineLearnFromAnotherSeedWithoutFaults() {
    assertThat(PLAN.normal().seed()).isNotEqualTo(PLAN.seed());
    assertThat(new Simulation(PLAN.normal()).faults()).isEmpty();
  }

  @Test
  void spreadsOnlyALargeFleetOverSeveralPartitions() {
    assertThat(PLAN.partitions()).isEqualTo(4);
    assertThat(new DemoPlan(3, Duration.ofSeconds(90), 1, false).partitions()).isEqualTo(1);
  }
}
