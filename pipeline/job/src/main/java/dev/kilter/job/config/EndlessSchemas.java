package dev.kilter.job.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * Refuses schemas of which a small record could need all memory to be read: records that hold
 * themselves, as deep as somebody likes, and arrays whose items take no bytes.
 */
final class EndlessSchemas {
  private final Set<String> within = new HashSet<>();

  /**
   * Looks at a schema with all that is in it.
   *
   * @throws IllegalArgumentException whose message completes "it must be …"
   */
  void check(Schema schema) {
    switch (schema.getType()) {
      case RECORD -> checkRecord(schema);
      case UNION -> schema.getTypes().forEach(this::check);
      case MAP -> check(schema.getValueType());
      case ARRAY -> checkArray(schema.getElementType());
      case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
    }
  }

  private void checkRecord(Schema record) {
    if (!within.add(record.getFullName())) {
      throw new IllegalArgumentException(
          "a schema without records that hold themselves, as " + record.getFullName() + " does");
    }
    record.getFields().forEach(field -> check(field.schema()));
    within.remove(record.getFullName());
  }

  private void checkArray(Schema item) {
    check(item);
    if (takesNoBytes(item)) {
      throw new IllegalArgumentException(
          "a schema without arrays whose items, as " + item.getFullName() + ", take no bytes");
    }
  }

  private static boolean takesNoBytes(Schema schema) {
    return switch (schema.getType()) {
      case NULL -> true;
      case FIXED -> schema.getFixedSize() == 0;
      case RECORD -> fieldsTakeNoBytes(schema.getFields());
      case ENUM, UNION, MAP, ARRAY, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN -> false;
    };
  }

  private static boolean fieldsTakeNoBytes(List<Schema.Field> fields) {
    return fields.stream().allMatch(field -> takesNoBytes(field.schema()));
  }
}
