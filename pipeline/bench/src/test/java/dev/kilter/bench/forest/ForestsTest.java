package dev.kilter.bench.forest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.bench.load.Workload;
import dev.kilter.bench.network.NestedArrays;
import org.junit.jupiter.api.Test;

/** Each machine has a forest of its own, which is full from the beginning. */
class ForestsTest {
  private static final float[] ODD = new float[Workload.CHANNELS];

  private final Forests forests = new Forests(new ForestKind(Workload.CHANNELS, 1, 0.5));

  @Test
  void scoresAMachinesFirstRow() {
    float[] usual = NestedArrays.floats(new Workload(1).event(0).values());
    assertThat(forests.score("pump-1", usual)).isBetween(0.1, 1.5);
    assertThat(forests.score("pump-1", ODD)).isGreaterThan(2);
  }

  @Test
  void learnsOfAMachineNothingThatAnotherShows() {
    for (int row = 0; row < 200; row++) {
      forests.score("pump-1", ODD);
    }
    assertThat(forests.score("pump-1", ODD)).isLessThan(1.5);
    assertThat(forests.score("pump-2", ODD)).isGreaterThan(2);
  }
}
