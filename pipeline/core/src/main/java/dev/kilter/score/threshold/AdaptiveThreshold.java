package dev.kilter.score.threshold;

/**
 * A threshold that follows a quantile of the entity's own scores. Kept are counts in classes of
 * equal relative width, halved now and then: of the ways to follow a quantile in bounded memory the
 * one whose error is bounded in a far tail, that forgets, and that is the same after a restart.
 *
 * @param bounds where it starts, within what it stays
 * @param quantile how much of the time the entity's scores are below what is followed
 * @param margin how many times that the threshold is, at least 1
 * @param leastScores it stays as calibrated until so many scores were seen
 * @param memory with every so many scores, what was counted before counts half; at least {@code
 *     leastScores}
 */
public record AdaptiveThreshold(
    ThresholdBounds bounds, double quantile, double margin, int leastScores, int memory)
    implements Threshold {

  @Override
  public double of(ThresholdState state) {
    return bounds.thresholdOf(state);
  }

  @Override
  public ThresholdState after(ThresholdState state, double averagedScore, boolean inAlarm) {
    if (inAlarm || !Double.isFinite(averagedScore)) {
      return state;
    }
    ScoreCounts before =
        bounds.holdFor(state) && state.counts() != null
            ? state.counts()
            : ScoreCounts.begin(bounds.most() / bounds.least());
    ScoreCounts counts = before.with(averagedScore / lowest()).forgetting(memory);
    return new ThresholdState(bounds.boundTo(), learned(counts), counts, null);
  }

  private double learned(ScoreCounts counts) {
    return counts.scores() < leastScores
        ? Double.NaN
        : bounds.within(lowest() * counts.quantile(quantile) * margin);
  }

  /** No score below matters: with it as its quantile the threshold is as low as it may be. */
  private double lowest() {
    return bounds.low() / margin;
  }
}
