package dev.kilter.job.config;

import java.io.Serializable;
import java.time.ZoneId;

/**
 * How the times of events are written.
 *
 * @param format the name of a {@link TimeFormat}, or null: a number is milliseconds since 1970, a
 *     text is ISO 8601
 * @param zone the zone of times that say none themselves, or null: then they must
 */
public record TimeNotation(String format, ZoneId zone) implements Serializable {

  /** What is understood unless the pipeline file says otherwise. */
  public static TimeNotation standard() {
    return new TimeNotation(null, null);
  }

  static TimeNotation read(YamlSection fields) {
    String format = fields.parsed("time-format", null, TimeNotation::checkedFormat);
    ZoneId zone = fields.parsed("time-zone", null, Parsers::zone);
    boolean zoneGiven = fields.keys().contains("time-zone");
    if (format != null && !zoneGiven && TimeFormat.parse(format).needsZone()) {
      fields.wrong("time-zone", "missing", "given, since time-format says none, such as UTC");
    }
    return new TimeNotation(format, zone);
  }

  private static String checkedFormat(String text) {
    TimeFormat.parse(text);
    return text;
  }
}
