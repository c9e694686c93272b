package dev.kilter.rig.process;

/** Something that was waited for has not happened. */
public final class NotInTimeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotInTimeException(String message, Throwable cause) {
    super(message, cause);
  }
}
