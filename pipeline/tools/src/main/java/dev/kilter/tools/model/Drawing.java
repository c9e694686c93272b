package dev.kilter.tools.model;

import java.util.ArrayList;
import java.util.List;

/** A picture of text: boxes one below the other, joined by lines. */
final class Drawing {
  static final int WIDTH = 100;
  private static final int INNER = WIDTH - 6;
  private static final String JOINT = "     │";

  private final List<String> lines = new ArrayList<>();

  /** What stands in the open, beside the line that joins the boxes. */
  void open(String text) {
    lines.add("   " + text);
  }

  /** What a line passes on its way. */
  void passing(String text) {
    lines.add(JOINT);
    lines.add("     ┊  " + text);
  }

  /** A box with a heading, what stands at its right, and more lines. */
  void box(String heading, String right, List<String> more) {
    lines.add(JOINT);
    lines.add("  ┌──┴" + "─".repeat(INNER - 3) + "┐");
    int gap = INNER - 2 - heading.length() - right.length();
    lines.add(framed(heading + " ".repeat(Math.max(1, gap)) + right));
    more.forEach(line -> lines.add(framed(line)));
    lines.add("  └──┬" + "─".repeat(INNER - 3) + "┘");
  }

  /** The line to what comes out. */
  void end() {
    lines.add(JOINT);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  private static String framed(String text) {
    return "  │ " + text + " ".repeat(Math.max(0, INNER - 2 - text.length())) + " │";
  }

  /** A text cut to a width, with dots where something is missing. */
  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }
}
