package dev.kilter.score;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * When a channel's error that stays elsewhere than on the data the model was calibrated on counts
 * as the new normal of one entity: once it has kept one level for a span and a quarter more. So a
 * machine does not stay in alarm for ever after a lasting change, and a fault that is shorter than
 * the span, that grows within it, or that is larger than allowed stays one.
 *
 * @param after the span
 * @param most the highest level that may become normal, in deviations of a normal error
 */
public record Rebaselining(Duration after, double most) implements Serializable {
  private static final int PARTS_OF_SPAN = 4;

  /**
   * All of them must say the same, one more than the span has: what is shorter fills them never.
   */
  private static final int PARTS = PARTS_OF_SPAN + 1;

  /** Fewer errors of a channel in a part say nothing. */
  private static final int LEAST = 8;

  /** A level nearer than this to what is normal, in deviations of a normal error, is none. */
  private static final double NEAR = 1;

  /** An error that spreads this much more than is normal has changed, if its level has not. */
  private static final double WIDER = 2;

  /** What a channel's errors are like. */
  private record Normal(double level, double spread) {
    static final Normal OF_THE_MODEL = new Normal(0, 1);
  }

  /** Measures a score from the entity's baseline, and takes it into what is known of it. */
  public Rebaselined take(Score score, Baseline before) {
    List<BaselineMove> moves = new ArrayList<>();
    Baseline now = turnOver(score.timeMillis(), before, moves);
    float[] parts = now.measure(score.parts());
    return new Rebaselined(score.with(parts), taking(score, now), moves);
  }

  private Baseline taking(Score score, Baseline baseline) {
    List<Stretch> recent = new ArrayList<>(baseline.recent());
    if (recent.isEmpty()) {
      recent.add(Stretch.begin(score.timeMillis(), score.parts().length));
    }
    int newest = recent.size() - 1;
    recent.set(newest, recent.get(newest).with(score.parts()));
    return baseline.having(recent);
  }

  /** Ends the parts of the span that are over by now; with each, what is normal is decided anew. */
  private Baseline turnOver(long nowMillis, Baseline before, List<BaselineMove> moves) {
    Baseline baseline = before;
    long part = Math.max(1, after.toMillis() / PARTS_OF_SPAN);
    while (!baseline.recent().isEmpty()) {
      List<Stretch> recent = new ArrayList<>(baseline.recent());
      Stretch newest = recent.get(recent.size() - 1);
      if (nowMillis < newest.fromMillis() + part) {
        return baseline;
      }
      if (newest.isEmpty()) {
        return baseline.having(List.of());
      }
      if (recent.size() == PARTS) {
        baseline = decide(newest.fromMillis() + part, baseline, moves);
        recent.remove(0);
      }
      recent.add(Stretch.begin(newest.fromMillis() + part, newest.counts().length));
      baseline = baseline.having(recent);
    }
    return baseline;
  }

  private Baseline decide(long nowMillis, Baseline before, List<BaselineMove> moves) {
    Baseline baseline = before;
    for (int channel = 0; channel < before.levels().length; channel++) {
      Normal seen = lasting(before.recent(), channel);
      Normal known = new Normal(before.levels()[channel], before.spreads()[channel]);
      if (seen == null || !differs(seen, known) || seen.level > most) {
        continue;
      }
      Normal next = differs(seen, Normal.OF_THE_MODEL) ? seen : Normal.OF_THE_MODEL;
      tell(channel, nowMillis, before, next, moves);
      long since = next.equals(Normal.OF_THE_MODEL) ? 0 : nowMillis;
      baseline = baseline.with(channel, (float) next.level, (float) next.spread, since);
    }
    return baseline;
  }

  private void tell(
      int channel, long nowMillis, Baseline before, Normal next, List<BaselineMove> moves) {
    String detail =
        String.format(
            Locale.ROOT,
            "its error has stayed at %.1f ± %.1f of normal's deviations for %d s",
            next.level,
            next.spread,
            after.toSeconds());
    if (before.isMoved(channel)) {
      moves.add(new BaselineMove(channel, false, before.sinceMillis()[channel], detail));
    }
    if (!next.equals(Normal.OF_THE_MODEL)) {
      moves.add(new BaselineMove(channel, true, nowMillis, detail));
    }
  }

  private static boolean differs(Normal seen, Normal from) {
    return Math.abs(seen.level - from.level) > NEAR * Math.max(1, from.spread)
        || seen.spread > WIDER * from.spread
        || seen.spread < from.spread / WIDER;
  }

  /** What all parts of the span say of a channel; null where they do not say the same. */
  private static Normal lasting(List<Stretch> parts, int channel) {
    double level = 0;
    double variance = 0;
    for (Stretch part : parts) {
      int count = part.counts()[channel];
      if (count < LEAST) {
        return null;
      }
      level += part.means()[channel] / parts.size();
      variance += part.squares()[channel] / count / parts.size();
    }
    double spread = Math.max(1, Math.sqrt(variance));
    for (Stretch part : parts) {
      if (Math.abs(part.means()[channel] - level) > spread) {
        return null;
      }
    }
    return new Normal(level, spread);
  }
}
