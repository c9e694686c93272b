package dev.kilter.rig.fault;

/** A fault was to be done, and has not come about: its message says in what one sees that. */
public final class NotInjectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotInjectedException(String message) {
    super(message);
  }
}
