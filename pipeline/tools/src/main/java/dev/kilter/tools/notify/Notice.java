package dev.kilter.tools.notify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * An alert, or a message about a group of incidents, as it is read back from its topic.
 *
 * @param record as it came
 * @param body its value as the bytes of JSON
 * @param json the same as a tree
 * @param id the incident's or the group's id
 * @param revision which message about it this is, from 1
 */
record Notice(
    ConsumerRecord<byte[], byte[]> record, byte[] body, JsonNode json, String id, int revision)
    implements ReadRecord {

  /** Whether it is about a group of incidents. */
  boolean isGroup() {
    return isGroup(json);
  }

  static boolean isGroup(JsonNode json) {
    return json.has("group") && !json.has("incident");
  }

  /** Whether trouble is over. */
  boolean isClosed() {
    return text("status").equals("closed");
  }

  /** The value of a field as text; empty where there is none. */
  String text(String field) {
    return text(json.path(field));
  }

  static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }

  /** The value of a field that is a time. */
  Instant time(String field) {
    return Instant.parse(text(field));
  }

  /** The name of the channel that leads; empty where none is told. */
  String leadingChannel() {
    JsonNode first = json.path("channels").path(0);
    return text(first.isTextual() ? first : first.path("name"));
  }

  /** The CloudEvents id: the same whenever this message comes again. */
  String eventId() {
    return header("ce_id").orElse(id + "/" + revision);
  }

  /** The text of a header of the record. */
  Optional<String> header(String name) {
    return Optional.ofNullable(record.headers().lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }
}
