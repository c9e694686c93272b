package dev.kilter.tools.messages;

import dev.kilter.UserError;
import dev.kilter.job.kafka.AlertValue;
import dev.kilter.tools.lines.JsonFields;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads a record's value as an object of JSON, also an alert that is Avro. Errors name the place of
 * the record.
 */
public final class RecordFields {
  private RecordFields() {}

  /**
   * The fields of a record's value.
   *
   * @throws UserError beginning with topic, partition and offset, such as {@code alerts-0@17}
   */
  public static JsonFields of(ConsumerRecord<?, byte[]> record) {
    return JsonFields.parse(place(record), json(record));
  }

  /**
   * A record's value as JSON: itself, unless it is Avro.
   *
   * @throws UserError beginning with topic, partition and offset, such as {@code alerts-0@17}
   */
  public static byte[] json(ConsumerRecord<?, byte[]> record) {
    if (record.value() == null) {
      throw new UserError(place(record) + ": the record has no value.");
    }
    try {
      return AlertValue.json(record.value());
    } catch (IOException e) {
      throw new UserError(place(record) + ": this is " + e.getMessage() + ".", e);
    }
  }

  /** Where a record lies, such as {@code alerts-0@17}. */
  public static String place(ConsumerRecord<?, byte[]> record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }
}
