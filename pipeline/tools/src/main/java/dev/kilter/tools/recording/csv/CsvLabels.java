package dev.kilter.tools.recording.csv;

import dev.kilter.tools.recording.Label;
import dev.kilter.tools.recording.LineReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** The labels of one CSV file. */
final class CsvLabels {
  private final Path file;
  private final CsvMapping mapping;
  private final RowRange range;

  CsvLabels(Path file, CsvMapping mapping, RowRange range) {
    this.file = file;
    this.mapping = mapping;
    this.range = range;
  }

  /** By their beginning. */
  List<Label> read() {
    LabelMapping labels = mapping.labels();
    if (labels instanceof LabelMapping.InColumn column) {
      return inColumn(column);
    }
    if (labels instanceof LabelMapping.Companion companion) {
      return companion(companion);
    }
    if (labels instanceof LabelMapping.Windows windows) {
      return windows(windows);
    }
    return List.of();
  }

  private List<Label> inColumn(LabelMapping.InColumn mapped) {
    try (CsvTable table = new CsvTable(file, mapping.format())) {
      Optional<Column> column = table.columns().find(mapped.column().text());
      if (column.isEmpty() && !mapped.common().required()) {
        return List.of();
      }
      Column found = table.columns().find(mapped.column());
      return runs(table, row -> isLabelled(row, found), mapped.common().kind());
    }
  }

  private List<Label> companion(LabelMapping.Companion mapped) {
    Matcher path = mapped.file().matcher(EntityMapping.slashed(file));
    if (!path.find()) {
      return List.of();
    }
    Path companion = Path.of(path.replaceFirst(mapped.labels()));
    if (!Files.exists(companion) && !mapped.common().required()) {
      return List.of();
    }
    try (CsvTable table = new CsvTable(file, mapping.format());
        LineReader lines = new LineReader(companion)) {
      List<Label> labels = runs(table, row -> isLabelled(lines, row), mapped.common().kind());
      if (range.to() == Long.MAX_VALUE && lines.next().isPresent()) {
        throw lines.place().error("there are more labels than rows in %s.".formatted(file));
      }
      return labels;
    }
  }

  private List<Label> windows(LabelMapping.Windows mapped) {
    try (CsvTable table = new CsvTable(file, mapping.format())) {
      String entity = mapping.entity().of(file, table.columns()).apply(table.first());
      RowTimes times = new RowTimes(mapping.time(), table.columns());
      Stretch stretch = new Stretch();
      for (Optional<CsvRow> row = table.next(); row.isPresent(); row = table.next()) {
        if (range.contains(row.get().number())) {
          stretch.add(times.of(row.get()));
        }
      }
      return stretch.within(new WindowsFile(file, mapped, mapping.time()).labels(entity));
    }
  }

  private List<Label> runs(CsvTable table, Predicate<CsvRow> isLabelled, String kind) {
    RowTimes times = new RowTimes(mapping.time(), table.columns());
    var entity = mapping.entity().of(file, table.columns());
    LabelRuns runs = new LabelRuns(kind);
    for (Optional<CsvRow> row = table.next(); row.isPresent(); row = table.next()) {
      boolean labelled = isLabelled.test(row.get());
      if (range.contains(row.get().number())) {
        runs.add(entity.apply(row.get()), times.of(row.get()), labelled);
      }
    }
    return runs.labels();
  }

  private static boolean isLabelled(CsvRow row, Column column) {
    return flag(row.cell(column))
        .orElseThrow(() -> row.wrong(column, "as a label it must be 0 or 1"));
  }

  private boolean isLabelled(LineReader lines, CsvRow row) {
    Optional<byte[]> line = lines.next();
    if (line.isEmpty()) {
      throw lines
          .place()
          .error(
              "the labels end here, but %s goes on at line %d; each row needs one."
                  .formatted(file, row.place().line()));
    }
    String text = new String(line.get(), StandardCharsets.UTF_8).strip();
    return flag(text)
        .orElseThrow(
            () ->
                lines.place().error(1, "the label is \"%s\"; it must be 0 or 1.".formatted(text)));
  }

  private static Optional<Boolean> flag(String text) {
    return text.matches("[01](\\.0*)?") ? Optional.of(text.charAt(0) == '1') : Optional.empty();
  }
}
