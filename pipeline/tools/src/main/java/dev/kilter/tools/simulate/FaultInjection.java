package dev.kilter.tools.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Lays the faults of one pump over its healthy readings, and touches nothing else. */
final class FaultInjection {
  private final List<PlacedFault> faults;
  private final Random roughness;
  private final double[] held = new double[Plant.CHANNELS.size()];
  private int next;

  /** Faults in time order, none overlapping. */
  FaultInjection(List<PlacedFault> faults, Random roughness) {
    this.faults = faults;
    this.roughness = roughness;
    Arrays.fill(held, Double.NaN);
  }

  /**
   * Changes the values of one reading; readings come in time order.
   *
   * @param running 0 at standstill, 1 at any setpoint
   * @param warmth running, lagged as the machine warms and cools
   */
  void apply(double[] values, long timeMillis, double running, double warmth) {
    while (next < faults.size() && timeMillis >= faults.get(next).toMillis()) {
      next++;
      Arrays.fill(held, Double.NaN);
    }
    if (next == faults.size() || timeMillis < faults.get(next).fromMillis()) {
      return;
    }
    PlacedFault fault = faults.get(next);
    double course = fault.courseAt(timeMillis);
    for (Effect effect : fault.effects()) {
      if (effect.response() == Response.HOLD) {
        hold(values, effect.channel(), fault.holdsAt(timeMillis));
      } else {
        double noise = Plant.CHANNELS.get(effect.channel()).noise();
        values[effect.channel()] +=
            fault.sizeInNoise() * effect.share() * noise * follow(effect, course, running, warmth);
      }
    }
  }

  private void hold(double[] values, int channel, boolean holds) {
    if (!holds) {
      return;
    }
    if (Double.isNaN(held[channel])) {
      held[channel] = values[channel];
    }
    values[channel] = held[channel];
  }

  private double follow(Effect effect, double course, double running, double warmth) {
    return switch (effect.response()) {
      case RUNNING -> course * running;
      case ALWAYS -> course;
      case HEAT -> course * course * warmth;
      case ROUGH -> course * running * roughness.nextGaussian();
      case HOLD -> 0;
    };
  }
}
