package dev.kilter.job.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** An alert that was read as Avro, as the tree that {@link AlertJson} makes of it. */
final class AlertTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** That nothing is wrong is worth telling. */
  private static final String ALWAYS_TOLD = "health";

  private AlertTree() {}

  /** The tree of a record; what has its default is left out. */
  static ObjectNode of(GenericRecord record) {
    ObjectNode json = JsonLine.object();
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      if (!isDefault(field, value)) {
        json.set(field.name(), node(field.schema(), value));
      }
    }
    return json;
  }

  private static boolean isDefault(Schema.Field field, Object value) {
    return field.hasDefaultValue()
        && !field.name().equals(ALWAYS_TOLD)
        && Objects.equals(GenericData.get().getDefaultValue(field), value);
  }

  private static JsonNode node(Schema schema, Object value) {
    if (value == null) {
      return NODES.nullNode();
    }
    if (value instanceof GenericRecord record) {
      return of(record);
    }
    if (value instanceof List<?> items) {
      return schema.getElementType().equals(AlertSchema.OFFSETS)
          ? offsets(items)
          : array(schema.getElementType(), items);
    }
    if (value instanceof Float number) {
      return ExactNumbers.json(number);
    }
    if (value instanceof ByteBuffer bytes) {
      return NODES.textNode(StateBytes.of(bytes));
    }
    if (value instanceof Double number) {
      return RoundedNumbers.json(number);
    }
    return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
        ? NODES.textNode(Instant.ofEpochMilli((Long) value).toString())
        : plain(value);
  }

  private static JsonNode plain(Object value) {
    if (value instanceof Number number) {
      return NODES.numberNode(number.longValue());
    }
    return value instanceof Boolean truth
        ? NODES.booleanNode(truth)
        : NODES.textNode(value.toString());
  }

  private static ArrayNode array(Schema item, List<?> items) {
    ArrayNode json = NODES.arrayNode();
    items.forEach(each -> json.add(node(item, each)));
    return json;
  }

  /** A key for each partition, and its first and last offset. */
  private static ObjectNode offsets(List<?> ranges) {
    ObjectNode json = JsonLine.object();
    for (Object each : ranges) {
      GenericRecord range = (GenericRecord) each;
      json.putArray(range.get("topic") + "-" + range.get("partition"))
          .add((Long) range.get("first"))
          .add((Long) range.get("last"));
    }
    return json;
  }
}
