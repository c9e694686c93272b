package dev.kilter.tools.simulate;

import java.util.List;

/**
 * What is measured at every pump of the simulated plant.
 *
 * <p>The noise is about one per cent of what the channel spans, sensor and turbulence together. A
 * transmitter with a live zero reads a little below zero at rest, hence the negative lower ends.
 */
public final class Plant {
  public static final List<Channel> CHANNELS =
      List.of(
          new Channel("speed", "rpm", -200, 4000, 25),
          new Channel("flow", "m3/h", -10, 120, 0.8),
          new Channel("pressure", "bar", 0, 12, 0.08),
          new Channel("current", "A", -5, 60, 0.4),
          new Channel("winding-temperature", "Cel", 0, 150, 1),
          new Channel("bearing-temperature", "Cel", 0, 120, 0.8),
          new Channel("vibration", "mm/s", -0.5, 10, 0.08),
          new Channel("voltage", "V", 300, 500, 2));

  static final int SPEED = 0;
  static final int FLOW = 1;
  static final int PRESSURE = 2;
  static final int CURRENT = 3;
  static final int WINDING_TEMPERATURE = 4;
  static final int BEARING_TEMPERATURE = 5;
  static final int VIBRATION = 6;
  static final int VOLTAGE = 7;

  private Plant() {}
}
