package dev.kilter.tools.recording.csv;

import dev.kilter.UserError;
import dev.kilter.job.config.TimeFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;

/**
 * The times of one file's rows. A time without a zone needs one from the mapping; one with a zone
 * must agree with the mapping's, or else with the file's first.
 */
final class RowTimes {
  private final TimeMapping mapping;
  private final Column column;
  private Optional<ZoneId> agreed;

  RowTimes(TimeMapping mapping, Columns columns) {
    this.mapping = mapping;
    this.agreed = mapping.zoneOfOthers();
    this.column = mapping instanceof TimeMapping.InColumn in ? columns.find(in.column()) : null;
  }

  /**
   * The time of a row.
   *
   * @throws UserError if it has none, or one in another zone than the others
   */
  Instant of(CsvRow row) {
    if (mapping instanceof TimeMapping.EveryRow every) {
      return every.start().plus(every.period().multipliedBy(row.number()));
    }
    TimeFormat format = ((TimeMapping.InColumn) mapping).format();
    String text = row.cell(column);
    try {
      return instant(format.read(text), row);
    } catch (DateTimeException | NumberFormatException e) {
      throw row.wrong(column, "it must be a time as " + format.name());
    }
  }

  Optional<Column> column() {
    return Optional.ofNullable(column);
  }

  private Instant instant(TemporalAccessor read, CsvRow row) {
    if (read instanceof Instant instant) {
      return instant;
    }
    return read instanceof ZonedDateTime zoned ? agreeing(zoned, row) : local(read, row);
  }

  private Instant agreeing(ZonedDateTime time, CsvRow row) {
    ZoneId zone = agreed.orElseGet(time::getZone);
    agreed = Optional.of(zone);
    boolean agrees =
        zone.equals(time.getZone())
            || zone.getRules().getOffset(time.toInstant()).equals(time.getOffset());
    if (!agrees) {
      throw row.wrong(column, "its zone must be " + zone + " as that of the others");
    }
    return time.toInstant();
  }

  private Instant local(TemporalAccessor read, CsvRow row) {
    ZoneId zone =
        agreed
            .filter(known -> mapping.zoneOfOthers().isPresent())
            .orElseThrow(
                () -> row.wrong(column, "it says no zone; the mapping must have one in time.zone"));
    LocalDateTime local = LocalDateTime.from(read);
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() != 1) {
      String times = offsets.isEmpty() ? "never" : "twice";
      throw row.wrong(column, "in %s this comes %s; it must say its offset".formatted(zone, times));
    }
    return local.toInstant(offsets.get(0));
  }
}
