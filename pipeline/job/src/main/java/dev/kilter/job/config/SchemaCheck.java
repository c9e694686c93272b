package dev.kilter.job.config;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Looks whether an Avro schema has what is read from its records, in types that can be read. */
final class SchemaCheck {
  private static final Set<Schema.Type> NAMES =
      EnumSet.of(Schema.Type.STRING, Schema.Type.ENUM, Schema.Type.INT, Schema.Type.LONG);
  private static final Set<Schema.Type> TIMES =
      EnumSet.of(Schema.Type.STRING, Schema.Type.INT, Schema.Type.LONG, Schema.Type.DOUBLE);
  private static final Set<Schema.Type> NUMBERS =
      EnumSet.of(Schema.Type.INT, Schema.Type.LONG, Schema.Type.FLOAT, Schema.Type.DOUBLE);

  private final Schema message;
  private final YamlSection fields;
  private final YamlSection channels;

  SchemaCheck(String schema, YamlSection fields, YamlSection channels) {
    this.message = AvroSchemas.recordOf(AvroSchemas.itemOf(new Schema.Parser().parse(schema)));
    this.fields = fields;
    this.channels = channels;
  }

  /** The format as the schema completes it: where it says what its times are, they are that. */
  EventFormat completed(EventFormat format) {
    Schema reading = reading(format.fields().readings());
    require("entity", format.fields().entity(), reading, NAMES);
    Schema time = require("time", format.fields().time(), reading, TIMES);
    if (find(format.fields().channel(), reading) == null) {
      format.channels().forEach(channel -> requireNumber(channel, format.place(channel), reading));
    }
    return time == null ? format : withTimesOf(time, format);
  }

  private Schema reading(String pointer) {
    if (pointer == null) {
      return message;
    }
    Schema readings = AvroSchemas.at(message, pointer);
    Schema item = readings == null ? null : AvroSchemas.itemOf(readings);
    if (item == null || item.equals(readings) || AvroSchemas.recordOf(item) == null) {
      fields.wrong("readings", "\"" + pointer + "\"", "an array of records in the Avro schema");
      return message;
    }
    return AvroSchemas.recordOf(item);
  }

  private Schema require(String key, String place, Schema reading, Set<Schema.Type> allowed) {
    Schema found = find(place, reading);
    if (found == null) {
      fields.wrong(key, "\"" + place + "\"", "a field of the Avro schema; " + fieldsOf(reading));
    } else if (AvroSchemas.types(found).stream().noneMatch(t -> allowed.contains(t.getType()))) {
      fields.wrong(key, "\"" + place + "\"", "a field of one of the types " + allowed);
    }
    return found;
  }

  private void requireNumber(ChannelConfig channel, String place, Schema reading) {
    Schema found = AvroSchemas.at(reading, place);
    boolean number =
        found != null
            && AvroSchemas.types(found).stream().anyMatch(t -> NUMBERS.contains(t.getType()));
    if (!number) {
      channels.wrong(
          channel.name(), "\"" + place + "\"", "a number in the Avro schema; " + fieldsOf(reading));
    }
  }

  private Schema find(String place, Schema reading) {
    if (place == null) {
      return null;
    }
    Schema inReading = AvroSchemas.at(reading, place);
    return inReading == null ? AvroSchemas.at(message, place) : inReading;
  }

  private EventFormat withTimesOf(Schema time, EventFormat format) {
    String written = AvroSchemas.timeFormat(time);
    String given = format.time().format();
    if (written == null && isLocal(time)) {
      fields.wrong("time", "local or no whole instant", "a timestamp, a number or a text");
    }
    if (written == null || written.equals(given)) {
      return format;
    }
    if (given != null) {
      fields.wrong("time-format", "\"" + given + "\"", "what the schema says, " + written);
    }
    TimeNotation notation = new TimeNotation(written, format.time().zone());
    return new EventFormat(format.encoding(), format.fields(), notation, format.channels());
  }

  /** A logical type that is no timestamp: a date, a time of day, or a time of nobody's zone. */
  private static boolean isLocal(Schema time) {
    return AvroSchemas.types(time).stream()
        .anyMatch(
            type ->
                type.getLogicalType() != null
                    && !(type.getLogicalType() instanceof LogicalTypes.Decimal));
  }

  private static String fieldsOf(Schema record) {
    List<String> names = record.getFields().stream().map(Schema.Field::name).toList();
    return "the fields of " + record.getName() + " are " + names;
  }
}
