package dev.kilter.tools.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small table for people: the first column holds names, the others numbers.
 *
 * @param columns the head of each column, the first one included
 */
record Grid(String title, List<String> columns, List<List<String>> rows) {

  /** As it looks on a terminal. */
  List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(title);
    lines.add(textLine(columns));
    rows.forEach(row -> lines.add(textLine(row)));
    return lines;
  }

  List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("**" + escaped(title) + "**");
    lines.add("");
    lines.add(markdownLine(columns));
    lines.add("|---|" + String.join("", Collections.nCopies(columns.size() - 1, "---:|")));
    rows.forEach(row -> lines.add(markdownLine(row)));
    return lines;
  }

  private String textLine(List<String> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> padded(cells.get(i), width(i), i == 0))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private int width(int column) {
    int cells = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return Math.max(cells, columns.get(column).length());
  }

  private static String padded(String cell, int width, boolean left) {
    String space = " ".repeat(width - cell.length());
    return left ? cell + space : space + cell;
  }

  private static String markdownLine(List<String> cells) {
    return cells.stream().map(Grid::escaped).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String escaped(String cell) {
    return cell.replace("|", "\\|");
  }
}
