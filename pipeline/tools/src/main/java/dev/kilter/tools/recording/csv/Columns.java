package dev.kilter.tools.recording.csv;

import dev.kilter.UserError;
import dev.kilter.tools.recording.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of one file.
 *
 * @param place of the line that showed them
 */
record Columns(List<Column> all, Place place) {

  static Columns named(List<String> names, Place place) {
    Set<String> seen = new HashSet<>();
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw place.error(columns.size() + 1, "there is a second column \"%s\".".formatted(name));
      }
      columns.add(new Column(columns.size(), name));
    }
    return new Columns(columns, place);
  }

  static Columns nameless(int count, Place place) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add(new Column(i, ""));
    }
    return new Columns(columns, place);
  }

  /**
   * The column of this name, or else of this number.
   *
   * @throws UserError if there is none
   */
  Column find(ColumnName wanted) {
    return find(wanted.text())
        .orElseThrow(
            () ->
                place.error(
                    "there is no column \"%s\"; there are %s.".formatted(wanted.text(), shown())));
  }

  /** The column of this name, or else of this number, if there is one. */
  Optional<Column> find(String wanted) {
    for (Column column : all) {
      if (column.name().equals(wanted)) {
        return Optional.of(column);
      }
    }
    int number = wanted.matches("\\d{1,6}") ? Integer.parseInt(wanted) : 0;
    return number >= 1 && number <= all.size()
        ? Optional.of(all.get(number - 1))
        : Optional.empty();
  }

  private String shown() {
    boolean nameless = all.stream().allMatch(column -> column.name().isEmpty());
    return nameless ? "1 to " + all.size() : all.stream().map(Column::name).toList().toString();
  }
}
