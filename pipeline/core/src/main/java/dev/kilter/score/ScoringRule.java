package dev.kilter.score;

import java.io.Serializable;

/**
 * How the scores of one model version become verdicts.
 *
 * @param weight the weight of the newest score in the exponential average
 * @param threshold the calibrated quantile of that average on held-out normal data
 */
public record ScoringRule(double weight, double threshold) implements Serializable {

  /** Takes a score into the average and holds the result against the threshold. */
  public Verdict judge(Score score, MovingAverage before) {
    return new Verdict(score, before.score(), before.with(score, weight), threshold);
  }
}
