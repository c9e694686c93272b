package dev.kilter.tools.notify;

/** How much was read and is not delivered yet: so much, and no more is read. */
final class Backlog {
  private static final int MOST = 1_000;
  private static final long MOST_BYTES = 16L << 20;

  private int count;
  private long bytes;

  void add(Notice notice) {
    count++;
    bytes += notice.record().value().length;
  }

  void remove(Notice notice) {
    count--;
    bytes -= notice.record().value().length;
  }

  int count() {
    return count;
  }

  boolean isFull() {
    return count >= MOST || bytes >= MOST_BYTES;
  }
}
