package dev.kilter.sequence;

import java.util.Arrays;
import java.util.List;

/**
 * The recent rows of one entity as a matrix: what a model looks at.
 *
 * @param subject whom it is of, and which detector it is for
 * @param fromMillis event time of its oldest row
 * @param timeMillis event time of its newest row
 * @param values {@code [time][channel]} flattened, oldest row first, gaps filled
 * @param mask which of the values are real, not filled
 * @param channels how many channels a row has
 * @param offsets where its rows lie in the events topic
 */
public record Sequence(
    Subject subject,
    long fromMillis,
    long timeMillis,
    float[] values,
    boolean[] mask,
    int channels,
    List<OffsetRange> offsets) {

  /** How many rows it has. */
  public int length() {
    return values.length / channels;
  }

  /** The newest value of each channel, filled where it was absent. */
  public float[] newest() {
    return Arrays.copyOfRange(values, values.length - channels, values.length);
  }

  /** Which channels of the newest row are real, not filled. */
  public boolean[] present() {
    return Arrays.copyOfRange(mask, mask.length - channels, mask.length);
  }
}
