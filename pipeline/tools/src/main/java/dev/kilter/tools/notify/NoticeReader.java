package dev.kilter.tools.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilter.UserError;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.job.kafka.AlertValue;
import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.GroupNote;
import dev.kilter.tools.messages.RecordFields;
import dev.kilter.tools.messages.TroubleMessage;
import java.io.IOException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the records of an alerts or groups topic, and says of each why it is no alert if it is
 * none.
 */
final class NoticeReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private NoticeReader() {}

  /** What a record is. */
  static ReadRecord read(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return new Unreadable(record, DeadLetterReason.NULL_VALUE, "it has no value");
    }
    if (record.value().length == 0) {
      return new Unreadable(record, DeadLetterReason.EMPTY, "its value is empty");
    }
    try {
      return of(record, AlertValue.json(record.value()));
    } catch (JsonProcessingException e) {
      return new Unreadable(
          record, DeadLetterReason.NOT_JSON, "it is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      return new Unreadable(
          record, DeadLetterReason.NOT_JSON, "it cannot be read: " + e.getMessage());
    }
  }

  private static ReadRecord of(ConsumerRecord<byte[], byte[]> record, byte[] body)
      throws IOException {
    JsonNode json = JSON.readTree(body);
    if (!json.isObject()) {
      return notAnAlert(record, "it is no JSON object");
    }
    try {
      TroubleMessage said = said(JsonFields.parse(RecordFields.place(record), body));
      return said.moment().opened().isBefore(Instant.EPOCH)
              || said.moment().time().isBefore(Instant.EPOCH)
          ? notAnAlert(record, "its times are before 1970")
          : new Notice(record, body, json, said);
    } catch (UserError e) {
      return notAnAlert(record, e.getMessage());
    }
  }

  private static TroubleMessage said(JsonFields fields) {
    return GroupNote.is(fields) ? GroupNote.of(fields) : AlertMessage.of(fields);
  }

  private static Unreadable notAnAlert(ConsumerRecord<byte[], byte[]> record, String why) {
    return new Unreadable(record, DeadLetterReason.NOT_AN_ALERT, why);
  }
}
