package dev.kilter.rig.process;

/** This machine does not let something be done that a fault needs. */
public final class NotPermittedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotPermittedException(String message) {
    super(message);
  }
}
