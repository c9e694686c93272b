package dev.kilter.tools.recording.csv;

import dev.kilter.job.config.TimeFormat;
import dev.kilter.job.config.YamlSection;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Where a row's time comes from. */
sealed interface TimeMapping {

  /** The row says it. The zone is that of times without one. */
  record InColumn(ColumnName column, TimeFormat format, Optional<ZoneId> zone)
      implements TimeMapping {}

  /** The rows say nothing: they are as far apart as this. */
  record EveryRow(Instant start, Duration period) implements TimeMapping {}

  static TimeMapping read(YamlSection time) {
    TimeMapping mapping = time.keys().contains("column") ? inColumn(time) : everyRow(time);
    time.finish();
    return mapping;
  }

  /** The zone of times that say none themselves; where a column has them, the column's. */
  default Optional<ZoneId> zoneOfOthers() {
    return this instanceof InColumn column ? column.zone() : Optional.empty();
  }

  private static TimeMapping inColumn(YamlSection time) {
    ColumnName column = time.parsed("column", new ColumnName(""), ColumnName::parse);
    TimeFormat format = time.parsed("format", new TimeFormat.Iso(), TimeFormat::parse);
    Optional<ZoneId> zone = time.parsed("zone", Optional.empty(), TimeMapping::zone);
    if (format.needsZone() && zone.isEmpty()) {
      time.wrong("zone", "missing", "given, since the format says none, such as UTC");
    }
    return new InColumn(column, format, zone);
  }

  private static TimeMapping everyRow(YamlSection time) {
    if (time.keys().isEmpty()) {
      time.wrong("column", "missing", "the column of the time, or else give start and period");
    }
    return new EveryRow(
        time.parsed("start", Instant.EPOCH, TimeMapping::instant),
        time.positiveDuration("period", Duration.ofSeconds(1)));
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time zone such as UTC, +01:00 or Europe/Berlin", e);
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("an instant such as 2026-03-01T00:00:00Z", e);
    }
  }
}
