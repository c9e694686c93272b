package dev.kilter.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class SimulationTest {
  @Test
  void theSamePlanYieldsTheSameReadingsBitForBit() {
    SimulationPlan plan = Plans.of(3, Duration.ofDays(1), 2, 7);

    assertThat(bits(new Simulation(plan))).isEqualTo(bits(new Simulation(plan)));
  }

  @Test
  void aSecondPassYieldsWhatTheFirstDid() {
    Simulation simulation = new Simulation(Plans.of(3, Duration.ofDays(1), 2, 7));

    assertThat(bits(simulation)).isEqualTo(bits(simulation));
  }

  @Test
  void anotherSeedYieldsOtherReadingsAndFaults() {
    Simulation one = new Simulation(Plans.of(3, Duration.ofDays(1), 2, 7));
    Simulation other = new Simulation(Plans.of(3, Duration.ofDays(1), 2, 8));

    assertThat(bits(one)).isNotEqualTo(bits(other));
    assertThat(one.faults()).isNotEqualTo(other.faults());
  }

  @Test
  void readingsComeInTimeOrderAndOncePerPumpAndPeriod() {
    SimulationPlan plan = Plans.of(5, Duration.ofHours(1), 0, 1);
    List<Reading> readings = readings(new Simulation(plan));

    assertThat(readings).hasSize(5 * 360);
    assertThat(readings).extracting(Reading::timeMillis).isSorted();
    assertThat(readings.stream().filter(r -> r.entity().equals("pump-03")))
        .extracting(r -> (r.timeMillis() - plan.fromMillis()) / 10_000)
        .doesNotHaveDuplicates()
        .hasSize(360);
  }

  @Test
  void theLastRowBeginsBeforeTheEnd() {
    SimulationPlan plan = Plans.of(2, Duration.ofSeconds(25), 0, 1);

    assertThat(readings(new Simulation(plan))).hasSize(2 * 3);
    assertThat(new Simulation(plan).size()).isEqualTo(6);
  }

  @Test
  void everyValueLiesWithinTheRangeOfItsChannel() {
    for (Reading reading : new Simulation(Plans.of(20, Duration.ofDays(3), 2, 3))) {
      for (int i = 0; i < reading.values().length; i++) {
        Channel channel = Plant.CHANNELS.get(i);
        assertThat(reading.values()[i]).as(channel.name()).isBetween(channel.low(), channel.high());
      }
    }
  }

  @Test
  void aPumpRestsNowAndThenAndHardlyShakesThen() {
    List<Reading> resting =
        readings(new Simulation(Plans.of(4, Duration.ofDays(2), 0, 5))).stream()
            .filter(reading -> reading.values()[Plant.SPEED] < 150)
            .toList();

    assertThat(resting.size() / (4 * 17_280.0)).isBetween(0.03, 0.2);
    assertThat(resting).allSatisfy(r -> assertThat(r.values()[Plant.FLOW]).isBetween(-5.0, 8.0));
    assertThat(resting)
        .allSatisfy(r -> assertThat(r.values()[Plant.VIBRATION]).isBetween(-0.2, 0.8));
  }

  @Test
  void noFaultsMeansNone() {
    assertThat(new Simulation(Plans.of(20, Duration.ofDays(2), 0, 1)).faults()).isEmpty();
  }

  static List<Reading> readings(Simulation simulation) {
    List<Reading> readings = new ArrayList<>();
    simulation.forEach(readings::add);
    return readings;
  }

  private static long bits(Simulation simulation) {
    CRC32 digest = new CRC32();
    ByteBuffer bytes = ByteBuffer.allocate(8 * (Plant.CHANNELS.size() + 1));
    for (Reading reading : simulation) {
      bytes.clear().putLong(reading.timeMillis());
      for (double value : reading.values()) {
        bytes.putDouble(value);
      }
      digest.update(bytes.array());
    }
    return digest.getValue();
  }
}
