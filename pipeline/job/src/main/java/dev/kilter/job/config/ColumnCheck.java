package dev.kilter.job.config;

import java.util.List;

/** Looks whether lines of CSV have a column for what is read from them. */
final class ColumnCheck {
  private final List<String> columns;
  private final YamlSection format;
  private final YamlSection channels;

  ColumnCheck(List<String> columns, YamlSection format, YamlSection channels) {
    this.columns = columns;
    this.format = format;
    this.channels = channels;
  }

  void check(EventFormat events) {
    if (columns.isEmpty()) {
      return;
    }
    requireColumn(events.fields().entity());
    requireColumn(events.fields().time());
    if (isColumn(events.fields().channel()) && isColumn(events.fields().value())) {
      return;
    }
    for (ChannelConfig channel : events.channels()) {
      if (!isColumn(events.place(channel))) {
        channels.wrong(
            channel.name(), "\"" + events.place(channel) + "\"", "one of the columns, " + columns);
      }
    }
  }

  private void requireColumn(String place) {
    if (!isColumn(place)) {
      format.wrong("columns", columns.toString(), "with a column for the field \"" + place + "\"");
    }
  }

  private boolean isColumn(String place) {
    return place != null
        && EventFields.steps(place).size() == 1
        && columns.contains(EventFields.steps(place).get(0));
  }
}
