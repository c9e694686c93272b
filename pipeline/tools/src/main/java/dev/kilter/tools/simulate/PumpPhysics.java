package dev.kilter.tools.simulate;

/**
 * The steady relations of a 15 kW centrifugal pump on a 400 V motor with a speed drive.
 *
 * <p>s is the speed as a part of the nominal one, l the load (how far the consumers' valves are
 * open), each 1 at the design point. Speed scales flow, head and power by the affinity laws: Q ~ s,
 * H ~ s^2, P ~ s^3.
 */
final class PumpPhysics {
  private PumpPhysics() {}

  static double speedRpm(double s) {
    return 2900 * s;
  }

  /** Q = 60 s l. */
  static double flowCubicMetresPerHour(double s, double l) {
    return 60 * s * l;
  }

  /**
   * p = 0.8 + 6 s^2 - 1.8 (s l)^2: the static head, and the pump's curve falling with the flow
   * squared.
   */
  static double pressureBar(double s, double l) {
    return 0.8 + 6 * s * s - 1.8 * s * s * l * l;
  }

  /** P = 15 s^3 (0.4 + 0.6 l). */
  static double shaftKilowatts(double s, double l) {
    return 15 * s * s * s * (0.4 + 0.6 * l);
  }

  /**
   * I = 3 r + P / (sqrt(3) U cos(phi) eta): no load, r of it while starting, and power, with
   * cos(phi) eta = 0.765.
   */
  static double currentAmperes(double running, double shaftKilowatts, double volts) {
    return 3 * running + shaftKilowatts * 1000 / (1.7320508075688772 * volts * 0.765);
  }

  /** What the winding warms by in the end: 55 (I / 30)^2, the copper losses. */
  static double windingRiseKelvin(double amperes) {
    return 55 * (amperes / 30) * (amperes / 30);
  }

  /** What the bearing warms by in the end: 18 s + 4 v / 2.3, friction of turning and of shaking. */
  static double bearingRiseKelvin(double s, double vibration) {
    return 18 * s + 4 * vibration / 2.3;
  }

  /** v = 0.3 + 2 s^2: the neighbours' shaking, and imbalance growing with the speed squared. */
  static double vibrationMillimetresPerSecond(double s) {
    return 0.3 + 2 * s * s;
  }

  /** U = mains - 0.1 I, the drop along the cable. */
  static double terminalVolts(double mainsVolts, double amperes) {
    return mainsVolts - 0.1 * amperes;
  }
}
