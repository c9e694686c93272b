package dev.kilter.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes what a channel's errors were like as its new normal, where that is another than before and
 * not beyond what may become normal.
 *
 * @param most the highest level that may become normal, in deviations of a normal error
 * @param seen for how long it was looked at, for people
 */
record NewLevels(double most, String seen) {
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

  /** What all parts say alike becomes normal. */
  Adopted adopt(List<Stretch> parts, long nowMillis, Baseline before) {
    List<BaselineMove> moves = new ArrayList<>();
    Baseline baseline = before;
    for (int channel = 0; channel < before.levels().length; channel++) {
      Normal lasting = lasting(parts, channel);
      Normal known = new Normal(before.levels()[channel], before.spreads()[channel]);
      if (lasting == null || !differs(lasting, known) || lasting.level > most) {
        continue;
      }
      Normal next = differs(lasting, Normal.OF_THE_MODEL) ? lasting : Normal.OF_THE_MODEL;
      tell(channel, nowMillis, before, next, moves);
      long since = next.equals(Normal.OF_THE_MODEL) ? 0 : nowMillis;
      baseline = baseline.with(channel, (float) next.level, (float) next.spread, since);
    }
    return new Adopted(baseline, moves);
  }

  private void tell(
      int channel, long nowMillis, Baseline before, Normal next, List<BaselineMove> moves) {
    String detail =
        String.format(
            Locale.ROOT,
            "its error has stayed at %.1f ± %.1f of normal's deviations %s",
            next.level,
            next.spread,
            seen);
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

  /** What all parts say of a channel; null where they do not say the same. */
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
