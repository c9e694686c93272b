package dev.kilter.score;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Which deviations matter, for each channel of a model.
 *
 * @param byChannel one for each channel, in the model's order; none where all matter
 */
public record DeviationRules(List<DeviationRule> byChannel) implements Serializable {

  /** Keeps a copy. */
  public DeviationRules {
    byChannel = List.copyOf(byChannel);
  }

  /** All deviations of all channels matter. */
  public static DeviationRules none() {
    return new DeviationRules(List.of());
  }

  /**
   * The rules for a model.
   *
   * @param channels the model's channels by name
   * @param rules the rules by channel; of a channel without one all deviations matter
   */
  public static DeviationRules of(List<String> channels, Map<String, DeviationRule> rules) {
    return rules.isEmpty()
        ? none()
        : new DeviationRules(
            channels.stream().map(name -> rules.getOrDefault(name, DeviationRule.ALL)).toList());
  }

  /**
   * The score in which a channel whose deviation does not matter has no part. It still counts as
   * present: with a part of 0 it says that the channel is as usual, and the others weigh no more
   * for it. A part below 0 stays, since without the rule the score would not be higher either; so
   * does that of a channel of which nothing was expected.
   *
   * @param score its observed and expected values are in the channels' units
   * @return the same object where everything matters
   */
  public Score apply(Score score) {
    float[] parts = score.parts();
    for (int channel = 0; channel < byChannel.size(); channel++) {
      if (parts[channel] > 0 && !matters(score, channel)) {
        parts = parts == score.parts() ? parts.clone() : parts;
        parts[channel] = 0;
      }
    }
    return parts == score.parts() ? score : score.with(parts);
  }

  private boolean matters(Score score, int channel) {
    double expected = score.expected()[channel];
    return Double.isNaN(expected)
        || byChannel.get(channel).matters(score.observed(channel), expected);
  }
}
