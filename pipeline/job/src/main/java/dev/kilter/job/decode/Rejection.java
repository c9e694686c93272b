package dev.kilter.job.decode;

import dev.kilter.event.DeadLetterReason;

/** Why a record is no event. Thrown and caught within the decoder; carries no stack trace. */
final class Rejection extends Exception {
  private static final long serialVersionUID = 1L;

  private final DeadLetterReason reason;

  Rejection(DeadLetterReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  DeadLetterReason reason() {
    return reason;
  }
}
