package dev.kilter.tools.messages;

import dev.kilter.UserError;
import dev.kilter.job.kafka.AlertValue;
import dev.kilter.tools.lines.JsonFields;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads a record's value, JSON or an alert in Avro, as an object whose errors name the record's
 * place.
 */
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
    try {
      return JsonFields.parse(place, AlertValue.json(record.value()));
    } catch (IOException e) {
      throw new UserError(place + ": " + e.getMessage() + ".", e);
    }
  }
}
