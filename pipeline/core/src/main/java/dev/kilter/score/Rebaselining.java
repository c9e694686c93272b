package dev.kilter.score;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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

  /** Measures a score from the entity's baseline, and takes it into what is known of it. */
  public Rebaselined take(Score score, Baseline before) {
    List<BaselineMove> moves = new ArrayList<>();
    Baseline now = turnOver(score.timeMillis(), before, moves);
    return new Rebaselined(now.measure(score), taking(score, now), moves);
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
    Adopted adopted =
        new NewLevels(most, "for %d s".formatted(after.toSeconds()))
            .adopt(before.recent(), nowMillis, before);
    moves.addAll(adopted.moves());
    return adopted.baseline();
  }
}
