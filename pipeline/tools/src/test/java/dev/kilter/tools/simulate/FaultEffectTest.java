package dev.kilter.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.kilter.tools.simulate.FaultDeviations.Deviation;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultEffectTest {
  private static final FaultDeviations DEVIATIONS =
      new FaultDeviations(
          Plans.of(10, Duration.ofDays(7), 2, 21), Plans.of(10, Duration.ofDays(7), 0, 21));

  @Test
  void outsideItsFaultsAPlanYieldsWhatItYieldsWithoutThem() {
    assertThat(DEVIATIONS.changedElsewhere()).isZero();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aFaultMovesItsChannelsByWhatTheCatalogueSays(FaultKind kind) {
    List<Fault> faults = withPlateau(kind);

    assertThat(faults).isNotEmpty();
    for (Fault fault : faults) {
      effectsOf(fault).forEach(effect -> assertMoves(fault, effect));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aFaultMovesNoUnlistedChannelByANoiseDeviation(FaultKind kind) {
    for (Fault fault : DEVIATIONS.faultsOf(kind)) {
      for (int i = 0; i < Plant.CHANNELS.size(); i++) {
        int channel = i;
        if (!fault.channels().contains(Plant.CHANNELS.get(i).name())) {
          assertThat(DEVIATIONS.during(fault))
              .allMatch(deviation -> Math.abs(deviation.inNoise(channel)) < 1);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aFaultBeginsAndEndsGently(FaultKind kind) {
    for (Fault fault : DEVIATIONS.faultsOf(kind)) {
      List<Deviation> all = DEVIATIONS.during(fault);
      double most = kind.holds() ? 1e-9 : 0.2 * fault.sizeInNoise();

      assertThat(largest(all.get(0))).as("first of " + fault).isLessThan(most);
      assertThat(largest(all.get(all.size() - 1))).as("last of " + fault).isLessThan(most);
    }
  }

  @Test
  void aStuckSensorHoldsOneValueWhileTheTruthMovesAway() {
    List<Fault> faults = DEVIATIONS.faultsOf(FaultCatalogue.STUCK_SENSOR);

    assertThat(faults).isNotEmpty();
    for (Fault fault : faults) {
      int channel = effectsOf(fault).findFirst().orElseThrow().channel();
      List<Deviation> held =
          DEVIATIONS.during(fault).stream()
              .filter(d -> d.timeMillis() < fault.toMillis() - PlacedFault.RECOVERY_MILLIS)
              .toList();

      assertThat(held.stream().mapToDouble(d -> d.value(channel)).distinct()).hasSize(1);
      assertThat(held).anyMatch(d -> Math.abs(d.inNoise(channel)) > 4);
    }
  }

  private static void assertMoves(Fault fault, Effect effect) {
    double size = Math.abs(effect.share()) * fault.sizeInNoise();
    double mean = plateau(fault, effect).average().orElseThrow();
    String what = fault + " " + effect;
    switch (effect.response()) {
      case RUNNING, ALWAYS -> {
        assertThat(Math.abs(mean)).as(what).isCloseTo(size, withinPercentage(8));
        assertThat(fault.kind().ofOneSensor() || mean * effect.share() > 0).as(what).isTrue();
      }
      case HEAT ->
          assertThat(plateau(fault, effect).max().orElseThrow())
              .as(what)
              .isBetween(0.7 * size, size + 1e-9);
      case ROUGH ->
          assertThat(
                  Math.sqrt(
                      plateau(fault, effect)
                          .map(d -> (d - mean) * (d - mean))
                          .average()
                          .orElseThrow()))
              .as(what)
              .isCloseTo(size, withinPercentage(20));
      case HOLD -> assertThat(plateau(fault, effect).anyMatch(d -> d != 0)).as(what).isTrue();
    }
  }

  private static DoubleStream plateau(Fault fault, Effect effect) {
    return DEVIATIONS.onPlateau(fault, effect.channel());
  }

  /** All but those whose plateau falls into a rest of the pump. */
  private static List<Fault> withPlateau(FaultKind kind) {
    return DEVIATIONS.faultsOf(kind).stream()
        .filter(fault -> DEVIATIONS.onPlateau(fault, 0).count() > 100)
        .toList();
  }

  private static Stream<Effect> effectsOf(Fault fault) {
    return fault.kind().effects().stream()
        .filter(
            effect ->
                !fault.kind().ofOneSensor() || fault.channels().contains(effect.channelName()));
  }

  private static double largest(Deviation deviation) {
    return IntStream.range(0, Plant.CHANNELS.size())
        .mapToDouble(channel -> Math.abs(deviation.inNoise(channel)))
        .max()
        .orElseThrow();
  }

  static List<FaultKind> kinds() {
    return FaultCatalogue.KINDS;
  }
}
