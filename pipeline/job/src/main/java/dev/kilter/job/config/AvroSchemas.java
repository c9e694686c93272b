package dev.kilter.job.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** What can be said of events from their Avro schema alone, before any has come. */
final class AvroSchemas {
  private AvroSchemas() {}

  /**
   * Reads a schema file.
   *
   * @return the schema as JSON
   * @throws IllegalArgumentException whose message completes "it must be …"
   */
  static String read(Path file) {
    try {
      Schema schema = new Schema.Parser().parse(Files.readString(file));
      if (recordOf(itemOf(schema)) == null) {
        throw new IllegalArgumentException(
            "a record, or an array of records; it is of type " + schema.getType());
      }
      new EndlessSchemas().check(schema);
      return schema.toString();
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("an Avro schema file; there is no " + file, e);
    } catch (IOException | AvroRuntimeException e) {
      throw new IllegalArgumentException("an Avro schema file: " + e.getMessage(), e);
    }
  }

  /**
   * The type at a pointer into one reading, or null where the schema has none. In a map and in an
   * array anything may be: there it is the type of the value or the item.
   */
  static Schema at(Schema reading, String pointer) {
    Schema at = reading;
    for (String step : EventFields.steps(pointer)) {
      at = at == null ? null : child(at, step);
    }
    return at;
  }

  private static Schema child(Schema parent, String name) {
    for (Schema type : types(parent)) {
      if (type.getType() == Schema.Type.MAP) {
        return type.getValueType();
      }
      if (type.getType() == Schema.Type.ARRAY && name.matches("\\d+")) {
        return type.getElementType();
      }
      if (type.getType() == Schema.Type.RECORD && type.getField(name) != null) {
        return type.getField(name).schema();
      }
    }
    return null;
  }

  /** The record that a value may be, or null if it is never one. */
  static Schema recordOf(Schema schema) {
    return types(schema).stream()
        .filter(type -> type.getType() == Schema.Type.RECORD)
        .findFirst()
        .orElse(null);
  }

  /** What the items are where the value is an array; the value itself where it never is. */
  static Schema itemOf(Schema schema) {
    return types(schema).stream()
        .filter(type -> type.getType() == Schema.Type.ARRAY)
        .findFirst()
        .map(Schema::getElementType)
        .orElse(schema);
  }

  /** The time format that a schema's logical type stands for, or null if it stands for none. */
  static String timeFormat(Schema time) {
    for (Schema type : types(time)) {
      LogicalType logical = type.getLogicalType();
      if (logical instanceof LogicalTypes.TimestampMillis) {
        return "epoch-millis";
      }
      if (logical instanceof LogicalTypes.TimestampMicros) {
        return "epoch-micros";
      }
      if (logical instanceof LogicalTypes.TimestampNanos) {
        return "epoch-nanos";
      }
    }
    return null;
  }

  /** What a value may be: the branches of a union, or the one type. */
  static List<Schema> types(Schema schema) {
    return schema.getType() == Schema.Type.UNION ? schema.getTypes() : List.of(schema);
  }
}
