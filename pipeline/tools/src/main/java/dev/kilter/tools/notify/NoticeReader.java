package dev.kilter.tools.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.job.kafka.AlertValue;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the records of an alerts or groups topic, and says of each why it is no alert if it is
 * none.
 */
final class NoticeReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final List<String> TEXTS_OF_GROUPS = List.of("group", "status", "severity");
  private static final List<String> TEXTS_OF_INCIDENTS =
      List.of("incident", "status", "severity", "detector", "entity");
  private static final List<String> TIMES = List.of("opened", "time");

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
    boolean group = Notice.isGroup(json);
    List<String> texts = group ? TEXTS_OF_GROUPS : TEXTS_OF_INCIDENTS;
    Optional<String> problem = problem(json, texts);
    if (problem.isPresent()) {
      return new Unreadable(record, DeadLetterReason.NOT_AN_ALERT, problem.get());
    }
    String id = json.path(texts.get(0)).textValue();
    return new Notice(record, body, json, id, json.path("revision").intValue());
  }

  private static Optional<String> problem(JsonNode json, List<String> texts) {
    if (!json.isObject()) {
      return Optional.of("it is no JSON object");
    }
    Stream<String> noText =
        texts.stream()
            .filter(field -> !isText(json.path(field)))
            .map(field -> field + " must be a text");
    Stream<String> noRevision =
        isRevision(json.path("revision"))
            ? Stream.empty()
            : Stream.of("revision must be a whole number of 1 or more");
    Stream<String> noTime =
        TIMES.stream()
            .filter(field -> !isTime(json.path(field)))
            .map(field -> field + " must be a time such as 2026-03-01T12:00:07Z");
    return Stream.of(noText, noRevision, noTime).flatMap(problems -> problems).findFirst();
  }

  private static boolean isText(JsonNode value) {
    return value.isTextual() && !value.textValue().isEmpty();
  }

  private static boolean isRevision(JsonNode revision) {
    return revision.isIntegralNumber() && revision.canConvertToInt() && revision.intValue() >= 1;
  }

  private static boolean isTime(JsonNode time) {
    try {
      return time.isTextual() && Instant.parse(time.textValue()).toEpochMilli() >= 0;
    } catch (DateTimeException | ArithmeticException e) {
      return false;
    }
  }
}
