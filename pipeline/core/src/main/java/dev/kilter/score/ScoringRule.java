package dev.kilter.score;

import dev.kilter.score.threshold.StandingThreshold;
import dev.kilter.score.threshold.Threshold;
import dev.kilter.score.threshold.ThresholdState;
import java.io.Serializable;

/**
 * How the scores of one model version become verdicts.
 *
 * @param weight the weight of the newest score in the exponential average
 * @param threshold what that average may not exceed
 * @param deviations which deviations matter
 */
public record ScoringRule(double weight, Threshold threshold, DeviationRules deviations)
    implements Serializable {

  /** A rule whose threshold stays as it is, for which every deviation matters. */
  public ScoringRule(double weight, double threshold) {
    this(weight, new StandingThreshold(threshold), DeviationRules.none());
  }

  /**
   * Takes a score into the average and holds the result against the threshold.
   *
   * @param seen what was seen of the entity before
   * @param times how many times the threshold it is held against
   */
  public Verdict judge(Score score, MovingAverage before, ThresholdState seen, double times) {
    Score mattering = deviations.apply(score);
    return new Verdict(
        mattering, before.score(), before.with(mattering, weight), threshold.of(seen) * times);
  }

  /** What an entity of which nothing was seen may not exceed. */
  public double thresholdAtFirst() {
    return threshold.of(ThresholdState.begin());
  }
}
