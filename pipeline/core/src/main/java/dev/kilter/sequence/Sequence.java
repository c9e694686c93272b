package dev.kilter.sequence;

import java.util.Arrays;
import java.util.List;

/**
 * The recent rows of one entity as a matrix: what a model looks at. Where a classifier looks
 * further back than the model that scores, the rows before those that are scored are there too.
 *
 * @param subject whom it is of, and which detector it is for
 * @param fromMillis event time of the oldest row that is scored
 * @param timeMillis event time of its newest row
 * @param values {@code [time][channel]} flattened, oldest row first, gaps filled
 * @param mask which of the values are real, not filled
 * @param channels how many channels a row has
 * @param offsets where the rows that are scored lie in the events topic
 * @param circumstances how it was with the entity when it was cut
 */
public record Sequence(
    Subject subject,
    long fromMillis,
    long timeMillis,
    float[] values,
    boolean[] mask,
    int channels,
    List<OffsetRange> offsets,
    Circumstances circumstances) {

  /** A sequence of an entity with which all is well. */
  public Sequence(
      Subject subject,
      long fromMillis,
      long timeMillis,
      float[] values,
      boolean[] mask,
      int channels,
      List<OffsetRange> offsets) {
    this(subject, fromMillis, timeMillis, values, mask, channels, offsets, Circumstances.WELL);
  }

  /** How many rows it has. */
  public int length() {
    return channels == 0 ? 0 : values.length / channels;
  }

  /** A value of a row, 0 the oldest. */
  public float value(int row, int channel) {
    return values[row * channels + channel];
  }

  /** Whether a value of a row is real, not filled. */
  public boolean isMeasured(int row, int channel) {
    return mask[row * channels + channel];
  }

  /** The same without its older rows: at most so many are left. */
  public Sequence last(int rows) {
    if (length() <= rows) {
      return this;
    }
    int from = values.length - rows * channels;
    return new Sequence(
        subject,
        fromMillis,
        timeMillis,
        Arrays.copyOfRange(values, from, values.length),
        Arrays.copyOfRange(mask, from, mask.length),
        channels,
        offsets,
        circumstances);
  }

  /** The newest value of each channel, filled where it was absent. */
  public float[] newest() {
    if (values.length == channels) {
      return values;
    }
    return Arrays.copyOfRange(values, values.length - channels, values.length);
  }

  /** The newest value of a channel, filled where it was absent. */
  public float newest(int channel) {
    return values[values.length - channels + channel];
  }

  /** Which channels of the newest row are real, not filled. */
  public boolean[] present() {
    return Arrays.copyOfRange(mask, mask.length - channels, mask.length);
  }

  /**
   * Whether among the records of its offsets there may be some of its times that are not in its
   * rows: events in time and events that came too late are judged apart.
   */
  public boolean lacksRecords() {
    return subject.late() || circumstances.lateUpToMillis() >= fromMillis;
  }
}
