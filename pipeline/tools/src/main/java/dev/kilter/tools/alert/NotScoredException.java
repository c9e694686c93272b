package dev.kilter.tools.alert;

/** The moment of an alert cannot be scored again; the message says why, for a person. */
final class NotScoredException extends Exception {
  private static final long serialVersionUID = 1L;

  NotScoredException(String why) {
    super(why);
  }

  NotScoredException(String why, Exception cause) {
    super(why, cause);
  }
}
