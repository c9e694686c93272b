package dev.kilter.tools.calibrate;

import java.io.Serializable;

/** What is known of one entity's rows. */
final class EntityRows implements Serializable {
  private static final long serialVersionUID = 1L;

  final Moments moments;
  final long[] measured;
  long firstMillis;
  long lastMillis;
  long rows;
  long longestRun;
  private long run;

  /** What a sequence that ends with the newest row would be made of; gone when all is read. */
  private transient RecentRows recent;

  EntityRows(int channels) {
    this.moments = new Moments(channels);
    this.measured = new long[channels];
  }

  /**
   * Counts one more row.
   *
   * @param begins whether it follows on none
   */
  void count(long timeMillis, boolean begins) {
    firstMillis = rows == 0 ? timeMillis : firstMillis;
    lastMillis = timeMillis;
    rows++;
    run = begins ? 1 : run + 1;
    longestRun = Math.max(longestRun, run);
  }

  long run() {
    return run;
  }

  RecentRows recent(int length) {
    if (recent == null) {
      recent = new RecentRows(length, measured.length);
    }
    return recent;
  }
}
