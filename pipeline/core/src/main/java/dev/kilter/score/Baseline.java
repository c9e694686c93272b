package dev.kilter.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From where one entity's errors are measured, and what they were like of late. Plain data, so
 * Flink can keep it as state.
 *
 * @param levels what is normal of each channel's standardised error now, {@code [channel]}; 0 is
 *     what the model's own statistics say
 * @param spreads its deviation, {@code [channel]}; 1 is what the model's own statistics say
 * @param sinceMillis since when, {@code [channel]}; 0 where it is the model's own
 * @param recent the last stretches, oldest first, the newest not over yet
 */
public record Baseline(float[] levels, float[] spreads, long[] sinceMillis, List<Stretch> recent) {

  /** The baseline of an entity of which nothing is known: the model's own. */
  public static Baseline begin(int channels) {
    float[] spreads = new float[channels];
    Arrays.fill(spreads, 1);
    return new Baseline(new float[channels], spreads, new long[channels], List.of());
  }

  /** The same baseline where history begins anew: what is normal stays, what was seen goes. */
  public Baseline restart() {
    return new Baseline(levels, spreads, sinceMillis, List.of());
  }

  /** What there is to tell of it when it is no more. */
  public List<BaselineMove> ended(String why) {
    List<BaselineMove> ended = new ArrayList<>();
    for (int channel = 0; channel < levels.length; channel++) {
      if (isMoved(channel)) {
        ended.add(new BaselineMove(channel, false, sinceMillis[channel], why));
      }
    }
    return ended;
  }

  /** A score measured from here; it knows from where. */
  public Score measure(Score score) {
    return score.measuredFrom(this, measure(score.parts()));
  }

  /**
   * What was seen is normal from now on, since somebody says so.
   *
   * @param seen what errors were like
   * @param most the highest level that may become normal, in deviations of a normal error
   */
  public Adopted adopting(Stretch seen, double most, long nowMillis) {
    return new NewLevels(most, "since somebody said that it is the new normal")
        .adopt(List.of(seen), nowMillis, this);
  }

  private float[] measure(float[] errors) {
    float[] measured = new float[errors.length];
    for (int channel = 0; channel < errors.length; channel++) {
      measured[channel] = (errors[channel] - levels[channel]) / spreads[channel];
    }
    return measured;
  }

  /** The same with other stretches. */
  Baseline having(List<Stretch> stretches) {
    return new Baseline(levels, spreads, sinceMillis, List.copyOf(stretches));
  }

  /** The same with another normal of one channel. */
  Baseline with(int channel, float level, float spread, long since) {
    Baseline next =
        new Baseline(levels.clone(), spreads.clone(), sinceMillis.clone(), new ArrayList<>(recent));
    next.levels[channel] = level;
    next.spreads[channel] = spread;
    next.sinceMillis[channel] = since;
    return next;
  }

  /** Whether a channel is measured from elsewhere than the model's own statistics say. */
  public boolean isMoved(int channel) {
    return levels[channel] != 0 || spreads[channel] != 1;
  }
}
