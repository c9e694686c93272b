package dev.kilter.tools.recording.csv;

import dev.kilter.job.config.YamlFile;
import dev.kilter.job.config.YamlSection;
import java.nio.file.Path;
import java.util.Map;

/** How rows of CSV files become events and labels; read from a mapping file. */
public record CsvMapping(
    CsvFormat format,
    TimeMapping time,
    EntityMapping entity,
    ChannelMapping channels,
    LabelMapping labels,
    RowRange rows,
    TrainingRows training) {

  /**
   * Reads and checks a mapping file.
   *
   * @throws dev.kilter.UserError listing everything that is wrong, by line
   */
  public static CsvMapping read(Path file) {
    YamlFile yaml = YamlFile.open(file, "mapping file", Map.of());
    YamlSection root = yaml.root();
    CsvMapping mapping =
        new CsvMapping(
            CsvFormat.read(root.section("csv")),
            TimeMapping.read(root.section("time")),
            EntityMapping.read(root.section("entity")),
            ChannelMapping.read(root.section("channels")),
            LabelMapping.read(root.section("labels")),
            RowRange.read(root.section("rows")),
            TrainingRows.read(root.section("training")));
    yaml.finish();
    return mapping;
  }
}
