package dev.kilter.tools.messages;

/** Text from elsewhere as a terminal can take it. */
public final class Printable {
  private static final char REPLACEMENT = '\ufffd';

  private Printable() {}

  /** The text on one line, without control characters, which a terminal would obey. */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder(text);
    for (int at = 0; at < printable.length(); at++) {
      if (Character.isISOControl(printable.charAt(at))) {
        printable.setCharAt(at, REPLACEMENT);
      }
    }
    return printable.toString();
  }
}
