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
 */
public record Score(
    long fromMillis,
    long timeMillis,
    double raw,
    float[] parts,
    float[] observed,
    float[] expected,
    List<OffsetRange> offsets) {

  /** The same score with other parts. */
  Score with(float[] others) {
    return new Score(
        fromMillis, timeMillis, ErrorStatistics.raw(others), others, observed, expected, offsets);
  }
}
