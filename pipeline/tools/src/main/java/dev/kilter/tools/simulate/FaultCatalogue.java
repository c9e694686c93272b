package dev.kilter.tools.simulate;

import static dev.kilter.tools.simulate.Plant.BEARING_TEMPERATURE;
import static dev.kilter.tools.simulate.Plant.CURRENT;
import static dev.kilter.tools.simulate.Plant.FLOW;
import static dev.kilter.tools.simulate.Plant.PRESSURE;
import static dev.kilter.tools.simulate.Plant.SPEED;
import static dev.kilter.tools.simulate.Plant.VIBRATION;
import static dev.kilter.tools.simulate.Plant.VOLTAGE;
import static dev.kilter.tools.simulate.Plant.WINDING_TEMPERATURE;
import static dev.kilter.tools.simulate.Response.ALWAYS;
import static dev.kilter.tools.simulate.Response.HEAT;
import static dev.kilter.tools.simulate.Response.HOLD;
import static dev.kilter.tools.simulate.Response.ROUGH;
import static dev.kilter.tools.simulate.Response.RUNNING;

import java.util.List;

/** Every fault the simulator knows, with its effects in shares of its size. */
public final class FaultCatalogue {
  static final FaultKind BEARING_WEAR =
      FaultKind.ofMachine(
          "bearing-wear",
          "A worn bearing shakes the pump and warms up.",
          0.4,
          new Effect(VIBRATION, 1, RUNNING),
          new Effect(BEARING_TEMPERATURE, 0.7, HEAT),
          new Effect(CURRENT, 0.15, RUNNING));

  static final FaultKind CAVITATION =
      FaultKind.ofMachine(
          "cavitation",
          "Vapour bubbles collapse in the impeller: rough running, flow and pressure flutter.",
          0.15,
          new Effect(VIBRATION, 1, RUNNING),
          new Effect(VIBRATION, 0.3, ROUGH),
          new Effect(PRESSURE, 0.4, ROUGH),
          new Effect(FLOW, 0.3, ROUGH));

  /**
   * Before the flow meter: a leak behind it would look like a valve that opens, to every sensor.
   */
  static final FaultKind LEAK =
      FaultKind.ofMachine(
          "leak",
          "A leak between pump and flow meter: less arrives, at less pressure, for more work.",
          0.25,
          new Effect(FLOW, -1, RUNNING),
          new Effect(PRESSURE, -0.8, RUNNING),
          new Effect(CURRENT, 0.4, RUNNING));

  /** Before the pump: a filter behind it would look like a valve that closes, to every sensor. */
  static final FaultKind BLOCKED_FILTER =
      FaultKind.ofMachine(
          "blocked-filter",
          "The suction filter clogs: the pump starves, moves less at less pressure, and shakes.",
          0.4,
          new Effect(FLOW, -1, RUNNING),
          new Effect(PRESSURE, -0.6, RUNNING),
          new Effect(CURRENT, -0.5, RUNNING),
          new Effect(VIBRATION, 0.3, RUNNING));

  static final FaultKind OVERHEATING =
      FaultKind.ofMachine(
          "overheating",
          "The motor's cooling fails: the winding heats up, the bearing a little.",
          0.3,
          new Effect(WINDING_TEMPERATURE, 1, HEAT),
          new Effect(BEARING_TEMPERATURE, 0.2, HEAT));

  static final FaultKind VOLTAGE_SAG =
      FaultKind.ofMachine(
          "voltage-sag",
          "The mains sag: the motor draws more current for the same power, slips and warms.",
          0.1,
          new Effect(VOLTAGE, -1, ALWAYS),
          new Effect(CURRENT, 0.4, RUNNING),
          new Effect(WINDING_TEMPERATURE, 0.2, HEAT),
          new Effect(SPEED, -0.1, RUNNING));

  static final FaultKind IMPELLER_WEAR =
      FaultKind.ofMachine(
          "impeller-wear",
          "A worn impeller moves less at the same speed: pressure, flow and power fall.",
          0.4,
          new Effect(PRESSURE, -1, RUNNING),
          new Effect(FLOW, -0.7, RUNNING),
          new Effect(CURRENT, -0.4, RUNNING),
          new Effect(VIBRATION, 0.2, RUNNING));

  static final FaultKind LOOSE_COUPLING =
      FaultKind.ofMachine(
          "loose-coupling",
          "The coupling works loose: the shaft knocks, the torque flutters, the bearing warms.",
          0.25,
          new Effect(VIBRATION, 1, RUNNING),
          new Effect(CURRENT, 0.4, ROUGH),
          new Effect(BEARING_TEMPERATURE, 0.3, HEAT));

  /**
   * What turns or flows shows an error of the span, which is nil at rest; the others one of the
   * zero.
   */
  static final FaultKind DRIFTING_SENSOR =
      FaultKind.ofOneSensor(
          "drifting-sensor",
          "One sensor ramps away from the truth, up or down.",
          0.6,
          new Effect(SPEED, 1, RUNNING),
          new Effect(FLOW, 1, RUNNING),
          new Effect(PRESSURE, 1, RUNNING),
          new Effect(CURRENT, 1, RUNNING),
          new Effect(WINDING_TEMPERATURE, 1, ALWAYS),
          new Effect(BEARING_TEMPERATURE, 1, ALWAYS),
          new Effect(VIBRATION, 1, RUNNING),
          new Effect(VOLTAGE, 1, ALWAYS));

  /** The voltage is left out: it hardly moves, so a frozen one is no different from a true one. */
  static final FaultKind STUCK_SENSOR =
      FaultKind.ofOneSensor(
          "stuck-sensor",
          "One sensor freezes at its last value while the pump goes on.",
          0,
          new Effect(SPEED, 0, HOLD),
          new Effect(FLOW, 0, HOLD),
          new Effect(PRESSURE, 0, HOLD),
          new Effect(CURRENT, 0, HOLD),
          new Effect(WINDING_TEMPERATURE, 0, HOLD),
          new Effect(BEARING_TEMPERATURE, 0, HOLD),
          new Effect(VIBRATION, 0, HOLD));

  public static final List<FaultKind> KINDS =
      List.of(
          BEARING_WEAR,
          CAVITATION,
          LEAK,
          BLOCKED_FILTER,
          OVERHEATING,
          STUCK_SENSOR,
          DRIFTING_SENSOR,
          VOLTAGE_SAG,
          IMPELLER_WEAR,
          LOOSE_COUPLING);

  private FaultCatalogue() {}
}
