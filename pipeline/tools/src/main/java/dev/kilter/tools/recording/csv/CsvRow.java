package dev.kilter.tools.recording.csv;

import dev.kilter.UserError;
import dev.kilter.tools.recording.Place;
import java.util.List;

/**
 * One row of a CSV file.
 *
 * @param number from 0, without the header
 */
record CsvRow(long number, List<String> cells, Place place) {

  /** The text of a cell without the blanks around it. */
  String cell(Column column) {
    return cells.get(column.index()).strip();
  }

  /** An error about a cell; the reason completes the sentence. */
  UserError wrong(Column column, String reason) {
    return place.error(
        column.index() + 1, "%s is \"%s\"; %s.".formatted(column, cell(column), reason));
  }
}
