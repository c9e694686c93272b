package dev.kilter.tools.recording.csv;

import dev.kilter.UserError;
import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.recording.FileEvents;
import dev.kilter.tools.recording.Label;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** CSV files, plain or compressed, read by one mapping. */
public final class CsvFiles {
  private final CsvMapping mapping;

  public CsvFiles(CsvMapping mapping) {
    this.mapping = mapping;
  }

  /**
   * The rows of a file as events in the wide JSON form: key is the entity, the Kafka timestamp the
   * row's time, the topic the file's name, the offset the row.
   *
   * @param lateness how far a row may lie before the newest one read so far
   * @throws UserError before the first event, if the file lacks a column the mapping names
   */
  public EventReader open(Path file, Part part, Duration lateness) {
    return new FileEvents(new CsvRows(file, mapping, range(file, part)), lateness);
  }

  /** The labels of a file; those within the part, by their beginning. */
  public List<Label> labels(Path file, Part part) {
    return new CsvLabels(file, mapping, range(file, part)).read();
  }

  private RowRange range(Path file, Part part) {
    boolean count = part != Part.ALL && mapping.training().dependsOnRows();
    long rows = count ? rows(file) : Long.MAX_VALUE;
    return mapping.training().part(part, mapping.rows(), rows);
  }

  private long rows(Path file) {
    try (CsvTable table = new CsvTable(file, mapping.format())) {
      long rows = 0;
      while (table.next().isPresent()) {
        rows++;
      }
      return rows;
    }
  }
}
