package dev.kilter.score.threshold;

/**
 * A threshold that the entity's scores exceed with a chosen small probability, also where fewer
 * scores were seen than it takes to see that happen: the tail of the scores is drawn on beyond the
 * highest of them (SPOT: Siffer, Fouque, Termier and Largouët, KDD 2017). Unlike there, only the
 * newest peaks count, so that it follows the entity; whatever is not in alarm is learned, since
 * what is cut off at the threshold would pull it down; and the level is sought again once the
 * entity has become another.
 *
 * @param bounds where it starts, within what it stays
 * @param quantile the level beyond which a score is a peak is this quantile of the first scores
 * @param risk how probably a normal score exceeds the threshold, below {@code 1 - quantile}
 * @param kept so many peaks are remembered; the level is sought for as long as they take
 */
public record PeaksOverThreshold(ThresholdBounds bounds, double quantile, double risk, int kept)
    implements Threshold {
  /** So many times more or fewer peaks than there should be, and it is another entity. */
  private static final double ANOTHER = 4;

  @Override
  public double of(ThresholdState state) {
    return bounds.thresholdOf(state);
  }

  @Override
  public ThresholdState after(ThresholdState state, double averagedScore, boolean inAlarm) {
    if (inAlarm || !Double.isFinite(averagedScore)) {
      return state;
    }
    boolean known = bounds.holdFor(state) && state.peaks() != null;
    Peaks before = known ? state.peaks() : Peaks.begin();
    double learned = known ? state.value() : Double.NaN;
    // What is higher than the threshold can be is as high as it can be: one score tears nothing.
    float score = (float) Math.min(averagedScore, bounds.high());
    return before.seeks() ? seek(before, learned, score) : follow(before, learned, score);
  }

  private ThresholdState seek(Peaks before, double learned, float score) {
    Peaks next = before.seekingWith(score, kept + 1);
    return next.scores() < scoresToSeek() ? with(learned, next) : fitted(next.found());
  }

  private ThresholdState follow(Peaks before, double learned, float score) {
    Peaks next = before.with(score);
    ThresholdState state =
        next.exceeding() > before.exceeding() ? fitted(next) : with(learned, next);
    return next.scores() < 2.0 * scoresToSeek() ? state : with(state.value(), older(next));
  }

  /** Until the level is found again the threshold stays as it is. */
  private Peaks older(Peaks peaks) {
    double usual = 1 - quantile;
    boolean another = peaks.share() > ANOTHER * usual || peaks.share() < usual / ANOTHER;
    return another ? Peaks.begin() : peaks.halved();
  }

  private ThresholdState fitted(Peaks peaks) {
    double excess = GeneralizedPareto.of(peaks.excesses()).exceededWith(risk / peaks.share());
    return with(bounds.within(peaks.level() + excess), peaks);
  }

  private ThresholdState with(double threshold, Peaks peaks) {
    return new ThresholdState(bounds.boundTo(), threshold, null, peaks);
  }

  private long scoresToSeek() {
    return Math.round(kept / (1 - quantile));
  }
}
