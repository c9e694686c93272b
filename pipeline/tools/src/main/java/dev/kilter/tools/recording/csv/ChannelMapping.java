package dev.kilter.tools.recording.csv;

import dev.kilter.job.config.YamlSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which columns are channels, and what these are called. */
sealed interface ChannelMapping {

  /** These columns under these names. */
  record Chosen(Map<String, String> names) implements ChannelMapping {
    @Override
    public List<Channel> of(Columns columns, CsvRow first, Set<Column> taken) {
      List<Channel> channels = new ArrayList<>();
      names.forEach(
          (column, name) -> channels.add(new Channel(columns.find(new ColumnName(column)), name)));
      return channels;
    }
  }

  /** Every column of numbers that is nothing else; the pattern gets the number of the channel. */
  record AllNumeric(String pattern) implements ChannelMapping {
    @Override
    public List<Channel> of(Columns columns, CsvRow first, Set<Column> taken) {
      List<Channel> channels = new ArrayList<>();
      for (Column column : columns.all()) {
        if (!taken.contains(column) && Cell.isNumberOrAbsent(first.cell(column))) {
          channels.add(new Channel(column, name(column, channels.size() + 1)));
        }
      }
      return channels;
    }

    private String name(Column column, int number) {
      return pattern.equals(BY_NAME) ? column.name() : pattern.formatted(number);
    }
  }

  /** The pattern that stands for the column's own name. */
  String BY_NAME = "%s";

  /** The channels of a file whose first row this is; taken are the columns of other use. */
  List<Channel> of(Columns columns, CsvRow first, Set<Column> taken);

  static ChannelMapping read(YamlSection section) {
    ChannelMapping mapping =
        section.keys().contains("all")
            ? new AllNumeric(section.parsed("all", BY_NAME, ChannelMapping::pattern))
            : chosen(section);
    section.finish();
    return mapping;
  }

  private static ChannelMapping chosen(YamlSection section) {
    Map<String, String> names = new LinkedHashMap<>(section.texts("columns"));
    if (names.isEmpty()) {
      section.wrong(
          "columns", "empty", "a mapping from columns to channels, or give all: \"channel-%02d\"");
    }
    if (Set.copyOf(names.values()).size() < names.size()) {
      section.wrong("columns", names.toString(), "of different channels");
    }
    return new Chosen(names);
  }

  private static String pattern(String text) {
    if (text.equals(BY_NAME) || text.matches("[^%]*%(0[1-9])?d[^%]*")) {
      return text;
    }
    throw new IllegalArgumentException(
        "a name with a number such as channel-%%02d, or %%s for the column's name".formatted());
  }
}
