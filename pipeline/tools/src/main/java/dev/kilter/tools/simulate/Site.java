package dev.kilter.tools.simulate;

import java.time.Duration;

/** What all pumps share: the daily load, the air about them and the mains. */
final class Site {
  private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final SlowVariation mains;
  private double load;
  private double ambientCelsius;
  private double mainsVolts;

  Site(SimulationPlan plan) {
    mains =
        new SlowVariation(
            1.2, Duration.ofMinutes(90), plan.period(), RandomStream.SITE.of(plan.seed(), 0));
  }

  /** Moves on to the row at this time: most load about noon and early evening, warmest at four. */
  void advance(long timeMillis) {
    double day = timeMillis / DAY_MILLIS;
    load = 0.9 + 0.08 * wave(day - 0.3) + 0.03 * wave(2 * day - 0.35);
    ambientCelsius = 20 + 3 * wave(day - 10.0 / 24);
    mainsVolts = 400 + mains.next();
  }

  /** How far the consumers' valves are open, 1 at the design point. */
  double load() {
    return load;
  }

  double ambientCelsius() {
    return ambientCelsius;
  }

  double mainsVolts() {
    return mainsVolts;
  }

  private static double wave(double turns) {
    return StrictMath.sin(2 * Math.PI * turns);
  }
}
