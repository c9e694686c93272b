package dev.kilter.job.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** Reads what the pipeline file says of events, and checks that it goes together. */
final class EventFormatReader {
  private final YamlSection root;
  private final YamlSection formatSection;
  private final YamlSection fieldsSection;
  private final YamlSection channelsSection;

  EventFormatReader(YamlSection root) {
    this.root = root;
    this.formatSection = root.section("format");
    this.fieldsSection = root.section("fields");
    this.channelsSection = root.section("channels");
  }

  /**
   * Reads the sections format, fields and channels.
   *
   * @param folder the pipeline file's, to which paths are relative
   */
  EventFormat read(Path folder) {
    EventEncoding encoding = EventEncoding.read(formatSection, folder);
    List<ChannelConfig> channels = channels();
    EventFields fields =
        EventFields.read(
            fieldsSection,
            encoding.flat(),
            channels.stream().map(c -> c.source().field()).collect(Collectors.toSet()));
    TimeNotation time = TimeNotation.read(fieldsSection);
    fieldsSection.finish();
    EventFormat format = new EventFormat(encoding, fields, time, channels);
    checkApart(format);
    if (encoding instanceof EventEncoding.Csv csv) {
      checkColumns(csv.columns(), format);
    }
    return encoding instanceof EventEncoding.Avro avro && !avro.schema().isEmpty()
        ? fitted(new Schema.Parser().parse(avro.schema()), format)
        : format;
  }

  private List<ChannelConfig> channels() {
    List<ChannelConfig> channels = new ArrayList<>();
    for (String name : channelsSection.keys()) {
      channels.add(ChannelConfig.read(name, channelsSection.section(name)));
    }
    if (channels.isEmpty()) {
      root.wrong("channels", "empty", "a mapping from each channel to its unit and range");
    }
    return channels;
  }

  /** No field may be another one or lie within it: the one pass over an event takes each once. */
  private void checkApart(EventFormat format) {
    Map<String, String> seen = new LinkedHashMap<>();
    format.fields().places().forEach((key, place) -> checkApart(key, place, seen, fieldsSection));
    seen.remove("values");
    for (ChannelConfig channel : format.channels()) {
      checkApart(channel.name(), format.place(channel), seen, channelsSection);
    }
  }

  private static void checkApart(
      String key, String place, Map<String, String> seen, YamlSection section) {
    seen.forEach(
        (other, otherPlace) -> {
          if (touch(place, otherPlace)) {
            section.wrong(
                key, "\"" + place + "\"", "apart from " + other + ", \"" + otherPlace + "\"");
          }
        });
    seen.put(key, place);
  }

  private static boolean touch(String pointer, String other) {
    return (pointer + "/").startsWith(other + "/") || (other + "/").startsWith(pointer + "/");
  }

  private void checkColumns(List<String> columns, EventFormat format) {
    checkColumn(format.fields().entity(), columns);
    checkColumn(format.fields().time(), columns);
    boolean wide =
        format.channels().stream().anyMatch(channel -> isColumn(format.place(channel), columns));
    if (!wide && !isColumn(format.fields().channel(), columns)) {
      wrongColumns(columns, "for at least one of the channels, " + format.channelNames());
    }
  }

  private void checkColumn(String place, List<String> columns) {
    if (!isColumn(place, columns)) {
      wrongColumns(columns, "for the field \"" + place + "\"");
    }
  }

  private void wrongColumns(List<String> columns, String missing) {
    if (!columns.isEmpty()) {
      formatSection.wrong("columns", columns.toString(), "with a column " + missing);
    }
  }

  private static boolean isColumn(String place, List<String> columns) {
    return place != null
        && EventFields.steps(place).size() == 1
        && columns.contains(EventFields.steps(place).get(0));
  }

  /** The format as the schema completes it: where it says what its times are, they are that. */
  private EventFormat fitted(Schema schema, EventFormat format) {
    EventFields fields = format.fields();
    Schema message = AvroSchemas.recordOf(schema);
    Schema readings = fields.readings() == null ? null : AvroSchemas.at(message, fields.readings());
    Schema reading = readings == null ? message : AvroSchemas.recordOf(readings);
    checkThere("readings", fields.readings(), readings, message);
    checkThere("entity", fields.entity(), found(fields.entity(), reading, message), message);
    Schema time = found(fields.time(), reading, message);
    checkThere("time", fields.time(), time, message);
    String written = time == null ? null : AvroSchemas.timeFormat(time);
    if (written == null || format.time().format() != null) {
      return format;
    }
    TimeNotation notation = new TimeNotation(written, format.time().zone());
    return new EventFormat(format.encoding(), fields, notation, format.channels());
  }

  private static Schema found(String place, Schema reading, Schema message) {
    Schema inReading = reading == null ? null : AvroSchemas.at(reading, place);
    return inReading == null ? AvroSchemas.at(message, place) : inReading;
  }

  private void checkThere(String key, String place, Schema found, Schema message) {
    if (place != null && found == null) {
      fieldsSection.wrong(
          key,
          "\"" + place + "\"",
          "a field of the Avro schema, whose fields are "
              + message.getFields().stream().map(Schema.Field::name).toList());
    }
  }
}
