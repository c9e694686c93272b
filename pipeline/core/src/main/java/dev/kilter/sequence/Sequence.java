package dev.kilter.sequence;

import java.util.List;

/**
 * The recent rows of one entity as a matrix: what a model looks at.
 *
 * @param detector the detector it is for
 * @param entity the entity it is of
 * @param fromMillis event time of its oldest row
 * @param timeMillis event time of its newest row
 * @param values {@code [time][channel]} flattened, oldest row first, gaps filled
 * @param present which channels of the newest row are real, not filled
 * @param offsets where its rows lie in the events topic
 */
public record Sequence(
    String detector,
    String entity,
    long fromMillis,
    long timeMillis,
    float[] values,
    boolean[] present,
    List<OffsetRange> offsets) {

  /** The newest value of each channel, filled where it was absent. */
  public float[] newest() {
    int channels = present.length;
    float[] newest = new float[channels];
    System.arraycopy(values, values.length - channels, newest, 0, channels);
    return newest;
  }
}
