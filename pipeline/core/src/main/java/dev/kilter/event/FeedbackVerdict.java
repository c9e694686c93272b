package dev.kilter.event;

import java.util.Locale;

/** What a person says of an incident. */
public enum FeedbackVerdict {
  /** Something was wrong, and it was right to tell. */
  CONFIRMED,
  /** Something was unusual, and was known to be: maintenance, a test. */
  EXPECTED,
  /** Nothing was wrong. */
  FALSE_ALARM,
  /** It will go on like this, and is right so. */
  NEW_NORMAL;

  /** The verdict as messages have it, such as {@code false-alarm}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
