package dev.kilter.sequence;

import java.util.Collection;

/**
 * Rows flattened to a matrix, a missing value standing in for by the last one before it, or at the
 * start of the window by the first one after, as long as it is young enough.
 *
 * @param values {@code [time][channel]} flattened, oldest row first
 * @param emptyChannel the first channel that could not be filled, or -1
 */
record FilledRows(float[] values, int emptyChannel) {

  static FilledRows of(Collection<Row> rows, SequencePlan plan) {
    int channels = plan.channels().count();
    float[] values = new float[rows.size() * channels];
    long[] times = new long[rows.size()];
    int at = 0;
    for (Row row : rows) {
      times[at] = row.timeMillis();
      System.arraycopy(row.values(), 0, values, at * channels, channels);
      at++;
    }
    return new FilledRows(values, fill(values, times, plan));
  }

  private static int fill(float[] values, long[] times, SequencePlan plan) {
    for (int channel = 0; channel < plan.channels().count(); channel++) {
      if (!fillChannel(values, times, channel, plan)) {
        return channel;
      }
    }
    return -1;
  }

  private static boolean fillChannel(float[] values, long[] times, int channel, SequencePlan plan) {
    int channels = plan.channels().count();
    int source = firstPresent(values, channel, channels);
    boolean filled = source >= 0;
    for (int row = 0; filled && row < times.length; row++) {
      int at = row * channels + channel;
      if (!Float.isNaN(values[at])) {
        source = row;
        continue;
      }
      filled = Math.abs(times[row] - times[source]) <= plan.channels().maximumAgeMillis()[channel];
      values[at] = values[source * channels + channel];
    }
    return filled;
  }

  private static int firstPresent(float[] values, int channel, int channels) {
    for (int at = channel; at < values.length; at += channels) {
      if (!Float.isNaN(values[at])) {
        return at / channels;
      }
    }
    return -1;
  }
}
