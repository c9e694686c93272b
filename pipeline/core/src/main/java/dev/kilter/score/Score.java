package dev.kilter.score;

import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.util.Arrays;
import java.util.List;

/**
 * How odd one sequence is, before averaging.
 *
 * @param sequence what the model was shown
 * @param raw the mean of the parts, in standard deviations of a normal error
 * @param parts each channel's error, standardised; NaN where the channel was absent
 * @param expected what the model expected of the newest row
 * @param classes the probability of each of the classifier's classes; empty where none was asked
 * @param carried what a network that carries its state had in it, or null: it carries nothing. Good
 *     until the batch after next is scored
 * @param baseline from where the parts are measured, or null: as the model's own statistics say
 */
public record Score(
    Sequence sequence,
    double raw,
    float[] parts,
    float[] expected,
    float[] classes,
    Carried carried,
    Baseline baseline)
    implements Carried {
  private static final float[] UNCLASSIFIED = {};
  private static final Subject UNKNOWN = Subject.of("", "");

  /** A score that no classifier was asked about, by the model's own statistics. */
  public Score(Sequence sequence, double raw, float[] parts, float[] expected, Carried carried) {
    this(sequence, raw, parts, expected, UNCLASSIFIED, carried, null);
  }

  /** The same of a sequence of which only the newest row is known, all of it measured. */
  public Score(
      long fromMillis,
      long timeMillis,
      double raw,
      float[] parts,
      float[] observed,
      float[] expected,
      List<OffsetRange> offsets) {
    this(newest(fromMillis, timeMillis, observed, offsets), raw, parts, expected, null);
  }

  private static Sequence newest(
      long fromMillis, long timeMillis, float[] observed, List<OffsetRange> offsets) {
    boolean[] measured = new boolean[observed.length];
    Arrays.fill(measured, true);
    return new Sequence(
        UNKNOWN, fromMillis, timeMillis, observed, measured, observed.length, offsets);
  }

  /** Event time of the sequence's oldest row. */
  public long fromMillis() {
    return sequence.fromMillis();
  }

  /** Event time of its newest row. */
  public long timeMillis() {
    return sequence.timeMillis();
  }

  /** Where the sequence's rows lie in the events topic. */
  public List<OffsetRange> offsets() {
    return sequence.offsets();
  }

  /** The newest row, in the channels' units. */
  public float[] observed() {
    return sequence.newest();
  }

  /** The newest value of a channel, in its unit. */
  double observed(int channel) {
    return sequence.newest(channel);
  }

  /** The same score, with what a classifier said of the sequence. */
  public Score classified(float[] probabilities) {
    return new Score(sequence, raw, parts, expected, probabilities, carried, baseline);
  }

  /** Whether a classifier said what the sequence looks like. */
  public boolean isClassified() {
    return classes.length > 0;
  }

  /** The same score with other parts. */
  Score with(float[] others) {
    return measuredFrom(baseline, others);
  }

  /** The same score with other parts, measured from elsewhere. */
  Score measuredFrom(Baseline where, float[] others) {
    double mean = ErrorStatistics.raw(others);
    return new Score(sequence, mean, others, expected, classes, carried, where);
  }
}
