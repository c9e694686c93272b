package dev.kilter.tools.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.alert.Alert;
import dev.kilter.alert.FeedbackOutcome;
import dev.kilter.alert.feedback.FeedbackEffect;
import dev.kilter.alert.group.GroupMessage;
import dev.kilter.event.DeadLetter;
import dev.kilter.health.HealthMessage;
import dev.kilter.job.kafka.AlertJson;
import dev.kilter.job.kafka.FeedbackJson;
import dev.kilter.job.kafka.GroupJson;
import dev.kilter.job.kafka.HealthJson;
import dev.kilter.job.kafka.ScoreJson;
import dev.kilter.job.operator.RowReport;
import dev.kilter.job.operator.ScoreReport;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The formats of the result files. */
final class Lines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Lines() {}

  /** Alerts as in Kafka, the offsets being of this topic. */
  static LineFormat<Alert> alerts(String eventsTopic) {
    return alert ->
        new ResultLine(
            alert.timeMillis(),
            alert.detector(),
            alert.entity(),
            alert.incident().revision(),
            AlertJson.bytes(alert, eventsTopic));
  }

  /** What people's verdicts have changed, as in Kafka. */
  static LineFormat<FeedbackOutcome> feedback() {
    return outcome ->
        new ResultLine(
            outcome.feedback().fromMillis(),
            outcome.feedback().detector(),
            outcome.feedback().entity(),
            outcome.effect().kind() == FeedbackEffect.Kind.LEARNING ? 0 : 1,
            FeedbackJson.bytes(outcome));
  }

  /** Messages about groups as in Kafka. */
  static LineFormat<GroupMessage> groups() {
    return message ->
        new ResultLine(
            message.timeMillis(),
            "",
            message.group().id(),
            message.group().revision(),
            GroupJson.bytes(message));
  }

  /**
   * Scores as in Kafka, with what was expected of each channel and its part.
   *
   * @param channels the channels of each detector's model, in its order
   */
  static LineFormat<ScoreReport> scores(Map<String, List<String>> channels) {
    return report ->
        new ResultLine(
            report.timeMillis(),
            report.subject().detector(),
            report.subject().entity(),
            0,
            ScoreJson.bytes(report, channels.get(report.subject().detector())));
  }

  /** Health messages as in Kafka, of this pipeline. */
  static LineFormat<HealthMessage> health(String pipeline) {
    return message ->
        new ResultLine(
            message.timeMillis(),
            "",
            message.scope().entity(),
            message.sinceMillis(),
            HealthJson.bytes(message, pipeline));
  }

  /** Rows as wide events, of these channels. */
  static LineFormat<RowReport> rows(List<String> channels) {
    return row -> {
      ObjectNode json = JSON.createObjectNode();
      json.put("entity", row.entity());
      json.put("time", Instant.ofEpochMilli(row.timeMillis()).toString());
      ObjectNode values = json.putObject("values");
      for (int channel = 0; channel < row.values().length; channel++) {
        if (!Float.isNaN(row.values()[channel])) {
          values.put(channels.get(channel), row.values()[channel]);
        }
      }
      return new ResultLine(row.timeMillis(), "", row.entity(), 0, bytes(json));
    };
  }

  /**
   * Dead letters with place and reason, key and value as text, or in Base64 where they are none.
   */
  static ResultLine deadLetter(DeadLetter letter) {
    ObjectNode json = JSON.createObjectNode();
    json.put("topic", letter.position().topic());
    json.put("partition", letter.position().partition());
    json.put("offset", letter.position().offset());
    json.put("timestamp", letter.timestampMillis());
    json.put("reason", letter.reason().label());
    json.put("detail", letter.detail());
    put(json, "key", letter.key());
    put(json, "value", letter.value());
    return new ResultLine(
        letter.timestampMillis(),
        letter.position().topic(),
        String.valueOf(letter.position().partition()),
        letter.position().offset(),
        bytes(json));
  }

  private static void put(ObjectNode json, String name, byte[] bytes) {
    if (bytes == null) {
      json.putNull(name);
      return;
    }
    try {
      json.put(name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException binary) {
      json.put(name + "Base64", bytes);
    }
  }

  private static byte[] bytes(ObjectNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can always be written", e);
    }
  }
}
