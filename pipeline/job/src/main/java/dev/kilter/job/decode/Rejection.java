package dev.kilter.job.decode;

import dev.kilter.event.DeadLetterReason;

/** Why a record cannot be used. Thrown and caught within a decoder; carries no stack trace. */
public final class Rejection extends Exception {
  private static final long serialVersionUID = 1L;

  private final DeadLetterReason reason;

  /** A reason, and what was wrong, for a person. */
  public Rejection(DeadLetterReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  /** Why, as counters and filters have it. */
  public DeadLetterReason reason() {
    return reason;
  }
}
