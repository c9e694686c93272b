package dev.kilter.job.quiet;

import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The local times at which the windows of a rule begin, one after the other. */
final class LocalStarts {
  /** There are no more. */
  static final long NONE = Long.MAX_VALUE;

  private final RecurrenceRuleIterator starts;
  private final long endMillis;
  private boolean begun;

  /**
   * Those of an iterator.
   *
   * @param endMillis the first local time at which none is of interest
   */
  LocalStarts(RecurrenceRuleIterator starts, long endMillis) {
    this.starts = starts;
    this.endMillis = endMillis;
  }

  /** Passes over those before a local time; only before the first was taken. */
  void skipTo(long localMillis) {
    starts.fastForward(localMillis);
  }

  /** The next one, or {@link #NONE}. Not looked for before it is asked for: it may not be found. */
  long next() {
    if (begun && starts.hasNext()) {
      starts.nextMillis();
    }
    begun = true;
    return starts.hasNext() && starts.peekMillis() < endMillis ? starts.peekMillis() : NONE;
  }
}
