package dev.kilter.tools.calibrate;

import dev.kilter.job.operator.AlignedRow;
import java.util.ArrayDeque;
import java.util.Deque;

/** The newest rows of one entity that follow on each other, up to the length of a sequence. */
final class RecentRows {
  private final int length;
  private final int channels;
  private final Deque<AlignedRow> rows = new ArrayDeque<>();

  RecentRows(int length, int channels) {
    this.length = length;
    this.channels = channels;
  }

  void add(AlignedRow row) {
    if (row.begins()) {
      rows.clear();
    }
    if (rows.size() == length) {
      rows.removeFirst();
    }
    rows.addLast(row);
  }

  /** Whether every value is there. */
  boolean whole() {
    for (AlignedRow row : rows) {
      for (float value : row.values()) {
        if (Float.isNaN(value)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The rows as they are; 0 where nothing stands in for a value. */
  Excerpt excerpt() {
    float[] values = new float[rows.size() * channels];
    boolean[] mask = new boolean[values.length];
    int at = 0;
    for (AlignedRow row : rows) {
      for (int channel = 0; channel < channels; channel++, at++) {
        values[at] = Float.isNaN(row.values()[channel]) ? 0 : row.values()[channel];
        mask[at] = row.measured()[channel];
      }
    }
    return new Excerpt(rows.getLast().entity(), rows.getLast().timeMillis(), values, mask);
  }
}
