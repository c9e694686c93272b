package dev.kilter.tools.pipeline;

import dev.kilter.job.config.ChannelSource;
import dev.kilter.job.config.EventEncoding;
import dev.kilter.job.config.EventFields;
import dev.kilter.job.config.EventFormat;
import dev.kilter.job.config.TimeNotation;
import java.util.Locale;

/** What events look like, for a person to read. */
final class EventText {
  private EventText() {}

  /** The format in a line. */
  static String of(EventFormat format) {
    return encoding(format.encoding()) + fields(format.fields()) + time(format.time());
  }

  /** Where and how a channel comes in, where that is not plain. */
  static String of(ChannelSource source, String name) {
    String field = source.field().equals(name) ? "" : ", called " + source.field();
    boolean converted = source.scale() != 1 || source.offset() != 0;
    return field
        + (converted
            ? String.format(
                Locale.ROOT, ", converted by × %.6g %+.6g", source.scale(), source.offset())
            : "");
  }

  private static String encoding(EventEncoding encoding) {
    if (encoding instanceof EventEncoding.Csv csv) {
      return "CSV, separated by \"" + csv.separator() + "\": " + String.join(", ", csv.columns());
    }
    if (encoding instanceof EventEncoding.Avro avro) {
      String framing = avro.framing().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return "Avro, framing " + framing;
    }
    return "JSON";
  }

  private static String fields(EventFields fields) {
    String readings = fields.readings() == null ? "" : ", readings in " + fields.readings();
    String values = fields.values().isEmpty() ? "beside them" : "in " + fields.values();
    return "; entity in %s, time in %s, channels %s%s"
        .formatted(fields.entity(), fields.time(), values, readings);
  }

  private static String time(TimeNotation time) {
    String format =
        time.format() == null
            ? "; times are ISO 8601 or milliseconds"
            : "; times are " + time.format();
    return time.zone() == null ? format : format + " in " + time.zone();
  }
}
