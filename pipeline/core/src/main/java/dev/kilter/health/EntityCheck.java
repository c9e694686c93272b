package dev.kilter.health;

import java.util.ArrayList;
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

  /**
   * What is wrong with the channels.
   *
   * @param before what was wrong when this was last asked
   * @return that list itself where it is the same
   */
  public List<Ailment> ailments(ChannelState[] states, List<Ailment> before) {
    return isStill(states, before) ? before : ailments(states);
  }

  /** Hardly ever does it change, and then nothing is made anew. */
  private boolean isStill(ChannelState[] states, List<Ailment> before) {
    int known = 0;
    for (int channel = 0; channel < states.length; channel++) {
      if (states[channel].trouble != null) {
        if (known == before.size() || !isStill(channel, states[channel], before.get(known))) {
          return false;
        }
        known++;
      }
    }
    return known == before.size();
  }

  private boolean isStill(int channel, ChannelState state, Ailment before) {
    return before.kind() == state.trouble
        && before.sinceMillis() == state.troubleMillis
        && before.channel().equals(checks[channel].name());
  }

  private List<Ailment> ailments(ChannelState[] states) {
    List<Ailment> ailments = new ArrayList<>();
    for (int channel = 0; channel < states.length; channel++) {
      if (states[channel].trouble != null) {
        ailments.add(
            new Ailment(
                states[channel].trouble, checks[channel].name(), states[channel].troubleMillis));
      }
    }
    return List.copyOf(ailments);
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
