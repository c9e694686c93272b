package dev.kilter.tools.recording.csv;

import dev.kilter.tools.recording.Place;
import java.util.ArrayList;
import java.util.List;

/** Splits a line into cells; one in quotes may hold separators, and quotes twice. */
final class SplitLine {
  private final String line;
  private final char separator;
  private final Place place;
  private final List<String> cells = new ArrayList<>();
  private int position;

  private SplitLine(String line, char separator, Place place) {
    this.line = line;
    this.separator = separator;
    this.place = place;
  }

  static List<String> split(String line, char separator, Place place) {
    return new SplitLine(line, separator, place).split();
  }

  private List<String> split() {
    cells.add(cell());
    while (position < line.length()) {
      position++;
      cells.add(cell());
    }
    return cells;
  }

  private String cell() {
    return position < line.length() && line.charAt(position) == '"' ? quoted() : plain();
  }

  private String plain() {
    int end = line.indexOf(separator, position);
    String cell = line.substring(position, end < 0 ? line.length() : end);
    position += cell.length();
    return cell;
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    int from = position + 1;
    for (int quote = line.indexOf('"', from); quote >= 0; quote = line.indexOf('"', from)) {
      cell.append(line, from, quote);
      from = quote + 1;
      if (from == line.length() || line.charAt(from) == separator) {
        position = from;
        return cell.toString();
      }
      if (line.charAt(from) != '"') {
        break;
      }
      cell.append('"');
      from++;
    }
    throw place.error(
        cells.size() + 1, "a quoted cell must end with a quote before the separator or line end.");
  }
}
