package dev.kilter.tools.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilter.UserError;
import dev.kilter.alert.Evidence;
import dev.kilter.alert.ModelReference;
import dev.kilter.job.kafka.EvidenceReader;
import dev.kilter.sequence.Subject;
import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.RecordFields;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An alert as it was told, with what it rests on.
 *
 * @param place where it lies, such as {@code alerts-0@17}
 * @param json all of it
 * @param message what it says of the incident
 * @param model the model that judged
 * @param told what it holds to score its moment again
 */
record ToldAlert(
    String place,
    JsonNode json,
    AlertMessage message,
    ModelReference model,
    EvidenceReader.Read told) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Reads it.
   *
   * @throws UserError with the place of what is no alert
   */
  static ToldAlert of(ConsumerRecord<byte[], byte[]> record) {
    byte[] bytes = RecordFields.json(record);
    AlertMessage message = AlertMessage.of(RecordFields.of(record));
    String place = record.topic() + "-" + record.partition() + "@" + record.offset();
    try {
      JsonNode json = JSON.readTree(bytes);
      JsonNode model = json.path("model");
      ModelReference reference =
          new ModelReference(
              model.path("name").asText(),
              model.path("version").asText(),
              model.path("sha256").asText());
      return new ToldAlert(place, json, message, reference, EvidenceReader.read(bytes));
    } catch (IOException e) {
      throw new UserError(place + ": " + e.getMessage() + ".", e);
    }
  }

  String incident() {
    return message.about().incident();
  }

  int revision() {
    return message.about().revision();
  }

  Evidence evidence() {
    return told.evidence();
  }

  /** Whether it says which records it rests on. */
  boolean restsOnRecords() {
    return !evidence().offsets().isEmpty();
  }

  /** Whom it is about, as the pipeline sees it. */
  Subject subject() {
    return new Subject(message.about().detector(), message.entity(), message.state().late());
  }
}
