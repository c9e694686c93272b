package dev.kilter.tools.notify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.GroupNote;
import dev.kilter.tools.messages.TroubleMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * An alert, or a message about a group of incidents, as it is read back from its topic.
 *
 * @param record as it came
 * @param body its value as the bytes of JSON
 * @param json the same as a tree, for what is told on as it is
 * @param said what it says
 */
record Notice(
    ConsumerRecord<byte[], byte[]> record, byte[] body, JsonNode json, TroubleMessage said)
    implements ReadRecord {

  /** The incident's or the group's id. */
  String id() {
    return said.id();
  }

  /** Which message about it this is, from 1. */
  int revision() {
    return said.revision();
  }

  /** Whether it is about a group of incidents. */
  boolean isGroup() {
    return said instanceof GroupNote;
  }

  /** Whether trouble is over. */
  boolean isClosed() {
    return said.closed();
  }

  /** The detector, of an incident; a group may be of several. */
  String detector() {
    return said instanceof AlertMessage alert ? alert.about().detector() : "";
  }

  /** The entity, of an incident. */
  String entity() {
    return said instanceof AlertMessage alert ? alert.entity() : "";
  }

  /** The value of a field as text; empty where there is none. */
  String text(String field) {
    return text(json.path(field));
  }

  static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }

  /** The name of the channel that leads; empty where none is told. */
  String leadingChannel() {
    JsonNode first = json.path("channels").path(0);
    return text(first.isTextual() ? first : first.path("name"));
  }

  /** The CloudEvents id: the same whenever this message comes again. */
  String eventId() {
    return header("ce_id").orElse(id() + "/" + revision());
  }

  /** The text of a header of the record. */
  Optional<String> header(String name) {
    return Optional.ofNullable(record.headers().lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }
}
