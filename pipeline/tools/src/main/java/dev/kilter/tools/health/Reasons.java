package dev.kilter.tools.health;

/** Why moments were not judged, without what differs from moment to moment. */
public final class Reasons {
  /** Of a score that is no number. */
  public static final String NO_NUMBER = "the model gave no number";

  private static final String NO_VALUE = "no value of ";

  private Reasons() {}

  /** The class of a reason, such as {@code not enough history} of "not enough history: 1 of 48". */
  public static String kind(String reason) {
    if (reason.startsWith(NO_VALUE)) {
      return NO_VALUE + "a channel";
    }
    int colon = reason.indexOf(':');
    return (colon < 0 ? reason : reason.substring(0, colon)).intern();
  }
}
