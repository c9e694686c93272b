package dev.kilter.tools.messages;

import dev.kilter.UserError;
import dev.kilter.tools.lines.JsonFields;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a record's value as an object of JSON, whose errors name the place of the record. */
public final class RecordFields {
  private RecordFields() {}

  /**
   * The fields of a record's value.
   *
   * @throws UserError beginning with topic, partition and offset, such as {@code alerts-0@17}
   */
  public static JsonFields of(ConsumerRecord<?, byte[]> record) {
    String place = record.topic() + "-" + record.partition() + "@" + record.offset();
    if (record.value() == null) {
      throw new UserError(place + ": the record has no value.");
    }
    return JsonFields.parse(place, record.value());
  }
}
