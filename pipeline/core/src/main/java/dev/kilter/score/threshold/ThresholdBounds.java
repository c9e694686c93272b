package dev.kilter.score.threshold;

import dev.kilter.Digest;
import java.io.Serializable;
import java.util.stream.Stream;

/**
 * Where a learned threshold starts, within what it stays, and for what it holds. A machine that
 * degrades slowly can teach it no more than the upper bound, and one that is very quiet no less
 * than the lower.
 *
 * @param calibrated the threshold that was calibrated, above 0
 * @param least it is never below so many times that, above 0 and at most 1
 * @param most it is never above so many times that, at least 1
 * @param boundTo tells rule and model version from all others
 */
public record ThresholdBounds(double calibrated, double least, double most, long boundTo)
    implements Serializable {
  private static final int HEXADECIMAL = 16;

  /**
   * The bounds of a rule for a model.
   *
   * @param boundTo what the rule is, and which model version it is for
   */
  public static ThresholdBounds of(
      double calibrated, double least, double most, String... boundTo) {
    Stream<String> numbers = Stream.of(calibrated, least, most).map(String::valueOf);
    String digest =
        Digest.of(Stream.concat(numbers, Stream.of(boundTo)).toArray(String[]::new))
            .substring(0, Long.BYTES * 2);
    return new ThresholdBounds(
        calibrated, least, most, Long.parseUnsignedLong(digest, HEXADECIMAL));
  }

  /** What a threshold is never below. */
  double low() {
    return calibrated * least;
  }

  /** What a threshold is never above. */
  double high() {
    return calibrated * most;
  }

  /** The nearest threshold to this that is allowed. */
  double within(double threshold) {
    return Math.min(Math.max(threshold, low()), high());
  }

  /** Whether the state was learned by this rule for this model. */
  boolean holdFor(ThresholdState state) {
    return state.boundTo() == boundTo;
  }

  /** What was learned; the calibrated threshold before that. */
  double thresholdOf(ThresholdState state) {
    return holdFor(state) && !Double.isNaN(state.value()) ? state.value() : calibrated;
  }
}
