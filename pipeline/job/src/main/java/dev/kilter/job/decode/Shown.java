package dev.kilter.job.decode;

/** A piece of foreign input in a message: quoted, and cut where it is long. */
final class Shown {
  private static final int LONGEST = 80;

  private Shown() {}

  static String of(String text) {
    return text.length() <= LONGEST
        ? "\"" + text + "\""
        : "\"" + text.substring(0, LONGEST) + "…\" (" + text.length() + " characters)";
  }
}
