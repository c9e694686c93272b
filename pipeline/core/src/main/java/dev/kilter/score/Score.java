package dev.kilter.score;

import dev.kilter.sequence.OffsetRange;
import java.util.List;

/**
 * How odd one sequence is, before averaging.
 *
 * @param fromMillis event time of the sequence's oldest row
 * @param timeMillis event time of its newest row
 * @param raw the mean of the parts, in standard deviations of a normal error
 * @param parts each channel's error, standardised; NaN where the channel was absent
 * @param observed the newest row, in the channels' units
 * @param expected what the model expected there
 * @param offsets where the sequence's rows lie in the events topic
 * @param classes the probability of each of the classifier's classes; empty where none was asked
 */
public record Score(
    long fromMillis,
    long timeMillis,
    double raw,
    float[] parts,
    float[] observed,
    float[] expected,
    List<OffsetRange> offsets,
    float[] classes) {
  private static final float[] UNCLASSIFIED = {};

  /** A score of a sequence that no classifier was asked about. */
  public Score(
      long fromMillis,
      long timeMillis,
      double raw,
      float[] parts,
      float[] observed,
      float[] expected,
      List<OffsetRange> offsets) {
    this(fromMillis, timeMillis, raw, parts, observed, expected, offsets, UNCLASSIFIED);
  }

  /** The same score, with what a classifier said of the sequence. */
  public Score classified(float[] probabilities) {
    return new Score(
        fromMillis, timeMillis, raw, parts, observed, expected, offsets, probabilities);
  }

  /** Whether a classifier said what the sequence looks like. */
  public boolean isClassified() {
    return classes.length > 0;
  }

  /** The same score with other parts. */
  Score with(float[] others) {
    return new Score(
        fromMillis,
        timeMillis,
        ErrorStatistics.raw(others),
        others,
        observed,
        expected,
        offsets,
        classes);
  }
}
