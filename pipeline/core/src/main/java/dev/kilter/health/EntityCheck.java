package dev.kilter.health;

import java.util.List;
import java.util.function.Consumer;

/** Looks at the values of an entity, instant by instant, and says which can be trusted. */
public final class EntityCheck {
  private final ChannelCheck[] checks;

  /** A check of these channels. */
  public EntityCheck(List<WatchedChannel> channels) {
    this.checks = channels.stream().map(ChannelCheck::new).toArray(ChannelCheck[]::new);
  }

  /**
   * Takes in the entity's next instant.
   *
   * @param values one value per channel; NaN where absent
   * @param states what is remembered of each channel; changed
   * @return one value per channel; NaN where absent or not to be trusted
   */
  public float[] check(
      String entity,
      long millis,
      double[] values,
      ChannelState[] states,
      Consumer<HealthMessage> told) {
    float[] trusted = new float[values.length];
    for (int channel = 0; channel < values.length; channel++) {
      trusted[channel] =
          (float) checks[channel].check(entity, millis, values[channel], states[channel], told);
    }
    return trusted;
  }

  /** Ends what trouble there is, of an entity that is not looked at any more. */
  public void forget(
      String entity, long millis, ChannelState[] states, Consumer<HealthMessage> told) {
    for (int channel = 0; channel < states.length; channel++) {
      checks[channel].forget(entity, millis, states[channel], told);
    }
  }

  /** Which channels are in trouble. */
  public static boolean[] unhealthy(ChannelState[] states) {
    boolean[] unhealthy = new boolean[states.length];
    for (int channel = 0; channel < states.length; channel++) {
      unhealthy[channel] = states[channel].trouble != null;
    }
    return unhealthy;
  }
}
