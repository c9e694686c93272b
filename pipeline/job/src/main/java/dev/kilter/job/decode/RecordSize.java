package dev.kilter.job.decode;

import dev.kilter.event.DeadLetterReason;

/** Whether the value of a record is there, and no larger than what it is meant to be. */
public final class RecordSize {
  private RecordSize() {}

  /**
   * Looks at it before anything is read of it.
   *
   * @param largestBytes how many bytes it may have
   * @param what what may have so many, such as {@code an event}
   * @throws Rejection if there is no value, none in it, or too much
   */
  public static void check(byte[] value, int largestBytes, String what) throws Rejection {
    if (value == null) {
      throw new Rejection(DeadLetterReason.NULL_VALUE, "the record has no value");
    }
    if (value.length == 0) {
      throw new Rejection(DeadLetterReason.EMPTY, "the value is empty");
    }
    if (value.length > largestBytes) {
      throw new Rejection(
          DeadLetterReason.TOO_LARGE,
          value.length + " bytes, more than the " + largestBytes + " " + what + " may have");
    }
  }
}
