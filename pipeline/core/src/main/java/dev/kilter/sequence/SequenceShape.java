package dev.kilter.sequence;

import java.io.Serializable;

/**
 * How long a sequence is, and where the next one begins.
 *
 * @param length rows in a sequence; of a session, the most
 * @param minimumLength rows that are enough to judge, up to {@code length}
 * @param stride rows from one sequence to the next
 * @param periodMillis the width of a cell of the grid; 0: one row per instant
 * @param maxGapMillis a longer pause between two events ends the sequence
 * @param session when a duty cycle begins and stops, or null: sequences slide
 * @param kept rows that are kept: {@code length}, or more where a classifier looks further back
 */
public record SequenceShape(
    int length,
    int minimumLength,
    int stride,
    long periodMillis,
    long maxGapMillis,
    SessionRule session,
    int kept)
    implements Serializable {

  /** A shape of which no more rows are kept than a sequence has. */
  public SequenceShape(
      int length,
      int minimumLength,
      int stride,
      long periodMillis,
      long maxGapMillis,
      SessionRule session) {
    this(length, minimumLength, stride, periodMillis, maxGapMillis, session, length);
  }

  /** The same shape, with at least so many rows kept. */
  public SequenceShape keeping(int rows) {
    return new SequenceShape(
        length, minimumLength, stride, periodMillis, maxGapMillis, session, Math.max(kept, rows));
  }

  /** Whether rows lie on a grid. */
  public boolean onGrid() {
    return periodMillis > 0;
  }

  /** Whether a sequence is a session that a pause between events ends. */
  public boolean sessionByGap() {
    return session != null && session.byGap();
  }

  /** The begin of the cell that an instant lies in. */
  public long cellOf(long timeMillis) {
    return Math.floorDiv(timeMillis, periodMillis) * periodMillis;
  }

  /**
   * When the row of an event of this time is complete: every event that belongs to it has come once
   * event time has passed this.
   */
  public long completeAt(long timeMillis) {
    return onGrid() ? cellOf(timeMillis) + periodMillis - 1 : timeMillis;
  }

  /**
   * How far the newest row of a sequence may be behind event time when the sequence is cut, as long
   * as events keep coming: the row of a cell is of the cell's begin, and a pause ends a session.
   */
  public long longestDelayMillis() {
    long cell = onGrid() ? periodMillis - 1 : 0;
    return sessionByGap() ? 2 * cell + session.gapMillis() : cell;
  }

  /** The latest time whose row is complete once event time has come so far. */
  long completeUpTo(long millis) {
    boolean ended = millis == Long.MAX_VALUE;
    return onGrid() && !ended ? cellOf(millis + 1) - 1 : millis;
  }

  /**
   * Whether a sequence ends with a row. On the grid that is told by the row's place on it, counted
   * from 1970, so that a restart or a late start changes no window; without, by its number.
   *
   * @param rowsSeen rows since the history began, this one counted
   */
  boolean endsWith(long rowMillis, long rowsSeen) {
    if (onGrid()) {
      return Math.floorMod(Math.floorDiv(rowMillis, periodMillis) + 1, (long) stride) == 0;
    }
    return rowsSeen < minimumLength || (rowsSeen - minimumLength) % stride == 0;
  }
}
