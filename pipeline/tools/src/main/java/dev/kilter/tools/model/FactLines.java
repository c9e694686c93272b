package dev.kilter.tools.model;

import java.util.ArrayList;
import java.util.List;

/** Facts with their names at the left, wrapped at the width of a terminal. */
final class FactLines {
  private static final int NAMES = 14;

  private final List<String> lines = new ArrayList<>();

  /** A line is left out in front of the next fact. */
  void begin() {
    lines.add("");
  }

  /** A fact in words. */
  void add(String name, String words) {
    String label = name;
    StringBuilder line = new StringBuilder();
    int first = lines.size();
    for (String word : words.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > Drawing.WIDTH - NAMES) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    for (int at = first; at < lines.size(); at++) {
      lines.set(at, pad(label) + lines.get(at));
      label = "";
    }
  }

  /** A line below the last fact, as it is. */
  void below(String line) {
    lines.add((pad("") + line).stripTrailing());
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  private static String pad(String name) {
    return name + " ".repeat(NAMES - name.length());
  }
}
