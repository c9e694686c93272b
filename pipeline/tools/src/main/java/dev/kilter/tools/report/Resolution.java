package dev.kilter.tools.report;

/**
 * How many buckets a timeline may have: enough for a screen, and so few that all timelines together
 * make a page that a browser opens at once.
 */
final class Resolution {
  /** Two points each: a line has at most 4,000. */
  static final int MOST_BUCKETS = 2000;

  private static final int FEWEST_BUCKETS = 32;
  private static final long PAGE_BYTES = 28_000_000;

  private long bytesPerBucket;

  /** Tells of one more series, and how many bytes of the page each of its buckets takes. */
  void reserve(int bytes) {
    bytesPerBucket += bytes;
  }

  /** The most buckets any timeline may have now; it falls as more series come. */
  int mostBuckets() {
    long fitting = PAGE_BYTES / Math.max(1, bytesPerBucket);
    return (int) Math.max(FEWEST_BUCKETS, Math.min(MOST_BUCKETS, fitting));
  }
}
