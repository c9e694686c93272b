package dev.kilter.job.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
    return checked(new EventFormat(encoding, fields, time, channels));
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

  private EventFormat checked(EventFormat format) {
    new PlaceCheck(fieldsSection, channelsSection).check(format);
    if (format.encoding() instanceof EventEncoding.Csv csv) {
      new ColumnCheck(csv.columns(), formatSection, channelsSection).check(format);
    }
    return format.encoding() instanceof EventEncoding.Avro avro && !avro.schema().isEmpty()
        ? new SchemaCheck(avro.schema(), fieldsSection, channelsSection).completed(format)
        : format;
  }
}
