package dev.kilter.job.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;

/** The schema that alerts in Avro are written with, and the types within it. */
final class AlertSchema {
  static final Schema ALERT = parse("alert.avsc");

  /** What alerts were written with before, the oldest first: they are read on. */
  static final List<Schema> FORMER = List.of(parse("alert.1.avsc"));

  static final Schema CHANNEL = item(ALERT, "channels");
  static final Schema CLASS = item(ALERT, "classes");
  static final Schema AILMENT = item(ALERT, "health");
  static final Schema MODEL = ALERT.getField("model").schema();
  static final Schema EVIDENCE = ALERT.getField("evidence").schema();
  static final Schema OFFSETS = item(EVIDENCE, "offsets");
  static final Schema CELLS = item(EVIDENCE, "filled");
  static final Schema BASELINE = item(EVIDENCE, "baselines");
  static final Schema STATE = orNull(EVIDENCE, "state");
  static final Schema LEAD = orNull(STATE, "lead");

  private AlertSchema() {}

  private static Schema orNull(Schema record, String field) {
    return record.getField(field).schema().getTypes().get(1);
  }

  private static Schema item(Schema record, String field) {
    return record.getField(field).schema().getElementType();
  }

  private static Schema parse(String resource) {
    try (InputStream in = AlertSchema.class.getResourceAsStream(resource)) {
      return new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}
