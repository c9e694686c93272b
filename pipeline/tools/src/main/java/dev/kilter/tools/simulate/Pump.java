package dev.kilter.tools.simulate;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** One pump on its way through simulated time: hidden drivers, physics, faults, sensors. */
final class Pump {
  /** The largest fixed error of a sensor in its own noise: no two pumps are quite alike. */
  private static final double SPREAD_IN_NOISE = 0.7;

  private final String entity;
  private final long offsetMillis;
  private final DutySchedule duty;
  private final FaultInjection faults;
  private final SlowVariation load;
  private final SlowVariation mains;
  private final SlowVariation ambient;
  private final Lag winding;
  private final Lag bearing;
  private final Lag warmth;
  private final double[] spread;
  private final Random sensors;

  Pump(SimulationPlan plan, int index, DutySchedule duty, List<PlacedFault> faults) {
    long seed = plan.seed();
    Duration period = plan.period();
    this.entity = plan.entity(index);
    this.offsetMillis = offsetMillis(plan, index);
    this.duty = duty;
    this.faults = new FaultInjection(faults, RandomStream.ROUGHNESS.of(seed, index));
    this.load =
        new SlowVariation(0.025, Duration.ofMinutes(40), period, RandomStream.LOAD.of(seed, index));
    this.mains =
        new SlowVariation(0.6, Duration.ofMinutes(30), period, RandomStream.MAINS.of(seed, index));
    this.ambient =
        new SlowVariation(0.5, Duration.ofHours(2), period, RandomStream.AMBIENT.of(seed, index));
    this.winding = new Lag(Duration.ofMinutes(10), period);
    this.bearing = new Lag(Duration.ofMinutes(14), period);
    this.warmth = new Lag(Duration.ofMinutes(12), period);
    this.spread = drawSpread(RandomStream.SPREAD.of(seed, index));
    this.sensors = RandomStream.SENSORS.of(seed, index);
  }

  /** The reading of the row that begins at this time; rows are asked for in order, each once. */
  Reading read(long rowMillis, Site site) {
    long timeMillis = rowMillis + offsetMillis;
    double s = duty.speedAt(timeMillis);
    double running = Math.min(1, s / DutySchedule.RUNNING_SPEED);
    double[] values = truth(s, running, site);
    sense(values);
    faults.apply(values, timeMillis, running, warmth.follow(running));
    return new Reading(entity, timeMillis, values);
  }

  private double[] truth(double s, double running, Site site) {
    double l = site.load() + load.next();
    double mainsVolts = site.mainsVolts() + mains.next();
    double ambientCelsius = site.ambientCelsius() + ambient.next();
    double amperes =
        PumpPhysics.currentAmperes(running, PumpPhysics.shaftKilowatts(s, l), mainsVolts);
    double vibration = PumpPhysics.vibrationMillimetresPerSecond(s);
    return new double[] {
      PumpPhysics.speedRpm(s),
      PumpPhysics.flowCubicMetresPerHour(s, l),
      PumpPhysics.pressureBar(s, l),
      amperes,
      ambientCelsius + winding.follow(PumpPhysics.windingRiseKelvin(amperes)),
      ambientCelsius + bearing.follow(PumpPhysics.bearingRiseKelvin(s, vibration)),
      vibration,
      PumpPhysics.terminalVolts(mainsVolts, amperes)
    };
  }

  private void sense(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] += spread[i] + Plant.CHANNELS.get(i).noise() * sensors.nextGaussian();
    }
  }

  private static double[] drawSpread(Random random) {
    return Plant.CHANNELS.stream()
        .mapToDouble(c -> c.noise() * SPREAD_IN_NOISE * (2 * random.nextDouble() - 1))
        .toArray();
  }

  /** Pumps read one after the other within the period, in the order of their names. */
  private static long offsetMillis(SimulationPlan plan, int index) {
    double place = index + RandomStream.OFFSET.of(plan.seed(), index).nextDouble();
    return (long) (plan.period().toMillis() * place / plan.entities());
  }
}
