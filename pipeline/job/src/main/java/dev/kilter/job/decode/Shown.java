package dev.kilter.job.decode;

/** A piece of foreign input in a message: quoted, and cut where it is long. */
public final class Shown {
  private static final int LONGEST = 80;

  private Shown() {}

  /** The piece as it is shown. */
  public static String of(String text) {
    return text.length() <= LONGEST
        ? "\"" + text + "\""
        : "\"" + text.substring(0, LONGEST) + "…\" (" + text.length() + " characters)";
  }
}
