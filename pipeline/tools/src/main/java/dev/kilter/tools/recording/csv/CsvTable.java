package dev.kilter.tools.recording.csv;

import dev.kilter.UserError;
import dev.kilter.tools.recording.LineReader;
import dev.kilter.tools.recording.Place;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A CSV file row by row, each with as many cells as there are columns. */
final class CsvTable implements Closeable {
  private final CsvFormat format;
  private final LineReader lines;
  private final Columns columns;
  private final CsvRow first;
  private Optional<CsvRow> next;
  private long read;

  /**
   * Opens a file and looks at its columns and its first row.
   *
   * @throws UserError if it has none
   */
  CsvTable(Path file, CsvFormat format) {
    this.format = format;
    this.lines = new LineReader(file);
    try {
      List<String> head = cells().orElseThrow(() -> new UserError(file + " is empty."));
      columns =
          format.hasHeader()
              ? Columns.named(head.stream().map(String::strip).toList(), lines.place())
              : Columns.nameless(head.size(), lines.place());
      next = format.hasHeader() ? cells().map(this::row) : Optional.of(row(head));
      first = next.orElseThrow(() -> new UserError(file + " has a header and no rows."));
    } catch (RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  Columns columns() {
    return columns;
  }

  /** The first row, which {@link #next} returns again. */
  CsvRow first() {
    return first;
  }

  Optional<CsvRow> next() {
    Optional<CsvRow> row = next.isPresent() ? next : cells().map(this::row);
    next = Optional.empty();
    return row;
  }

  Place place() {
    return lines.place();
  }

  double share() {
    return lines.share();
  }

  @Override
  public void close() {
    lines.close();
  }

  private Optional<List<String>> cells() {
    return lines
        .next()
        .map(bytes -> SplitLine.split(text(bytes), format.separator(), lines.place()));
  }

  private CsvRow row(List<String> cells) {
    if (cells.size() != columns.all().size()) {
      throw lines
          .place()
          .error(
              "the row has %d cells; it must have %d, as many as %s has."
                  .formatted(
                      cells.size(),
                      columns.all().size(),
                      format.hasHeader() ? "the header" : "the first row"));
    }
    return new CsvRow(read++, cells, lines.place());
  }

  private static String text(byte[] bytes) {
    String line = new String(bytes, StandardCharsets.UTF_8);
    String unmarked = line.startsWith("\uFEFF") ? line.substring(1) : line;
    return unmarked.endsWith("\r") ? unmarked.substring(0, unmarked.length() - 1) : unmarked;
  }
}
