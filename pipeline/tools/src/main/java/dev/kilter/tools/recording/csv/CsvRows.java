package dev.kilter.tools.recording.csv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.kilter.tools.recording.Compression;
import dev.kilter.tools.recording.EventSource;
import dev.kilter.tools.recording.Place;
import dev.kilter.tools.recording.RecordedEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The rows of a CSV file as events. */
final class CsvRows implements EventSource {
  private static final JsonFactory JSON = new JsonFactory();

  private final CsvTable table;
  private final RowRange range;
  private final String topic;
  private final RowTimes times;
  private final Function<CsvRow, String> entity;
  private final List<Channel> channels;

  CsvRows(Path file, CsvMapping mapping, RowRange range) {
    this.table = new CsvTable(file, mapping.format());
    this.range = range;
    this.topic = Compression.plainName(file);
    try {
      times = new RowTimes(mapping.time(), table.columns());
      entity = mapping.entity().of(file, table.columns());
      channels =
          mapping.channels().of(table.columns(), table.first(), taken(mapping, table.columns()));
    } catch (RuntimeException e) {
      table.close();
      throw e;
    }
  }

  @Override
  public Optional<RecordedEvent> read() {
    for (Optional<CsvRow> row = table.next(); row.isPresent(); row = table.next()) {
      if (row.get().number() >= range.to()) {
        return Optional.empty();
      }
      if (range.contains(row.get().number())) {
        return row.map(this::event);
      }
    }
    return Optional.empty();
  }

  @Override
  public Place place() {
    return table.place();
  }

  @Override
  public double share() {
    return table.share();
  }

  @Override
  public int partitions() {
    return 0;
  }

  @Override
  public void close() {
    table.close();
  }

  /** The columns that are no channels, whatever they hold. */
  private Set<Column> taken(CsvMapping mapping, Columns columns) {
    Set<Column> taken = new HashSet<>();
    times.column().ifPresent(taken::add);
    if (mapping.entity() instanceof EntityMapping.InColumn named) {
      taken.add(columns.find(named.column()));
    }
    if (mapping.labels() instanceof LabelMapping.InColumn labels) {
      columns.find(labels.column().text()).ifPresent(taken::add);
    }
    return taken;
  }

  private RecordedEvent event(CsvRow row) {
    String name = entity.apply(row);
    Instant time = times.of(row);
    return new RecordedEvent(
        topic,
        0,
        row.number(),
        time.toEpochMilli(),
        name.getBytes(StandardCharsets.UTF_8),
        List.of(),
        payload(name, time, row));
  }

  private byte[] payload(String name, Instant time, CsvRow row) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("entity", name);
      json.writeStringField("time", time.toString());
      json.writeObjectFieldStart("values");
      for (Channel channel : channels) {
        writeValue(json, channel, row);
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void writeValue(JsonGenerator json, Channel channel, CsvRow row)
      throws IOException {
    String text = row.cell(channel.column());
    if (Cell.isAbsent(text)) {
      return;
    }
    if (!Cell.isNumber(text)) {
      throw row.wrong(channel.column(), "it must be a number such as 1.5, or empty");
    }
    json.writeFieldName(channel.name());
    json.writeRawValue(Cell.json(text));
  }
}
