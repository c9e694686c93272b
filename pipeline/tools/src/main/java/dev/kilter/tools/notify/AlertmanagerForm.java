package dev.kilter.tools.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Alerts in the form of Alertmanager's API v2: labels, which say which alert it is, annotations,
 * which tell of it, and from when to when it fires.
 */
final class AlertmanagerForm {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final List<String> TOLD_AS_THEY_ARE =
      List.of("cause", "status", "score", "threshold", "peak", "revision");

  private final String pipeline;
  private final InstantSource clock;

  AlertmanagerForm(String pipeline, InstantSource clock) {
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /**
   * The labels of an alert.
   *
   * @param channel the channel that leads, or nothing
   */
  Map<String, String> labels(Notice notice, String channel) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("alertname", notice.isGroup() ? "KilterGroup" : "KilterIncident");
    labels.put("pipeline", pipeline);
    put(labels, "detector", notice.detector());
    put(labels, "entity", notice.entity());
    labels.put(notice.isGroup() ? "group" : "incident", notice.id());
    labels.put("severity", notice.said().severity());
    put(labels, "channel", channel);
    return labels;
  }

  /** An alert that fires until it is resolved, or has not been sent for Alertmanager's timeout. */
  ObjectNode firing(Notice notice, Map<String, String> labels) {
    ObjectNode alert = alert(notice, labels);
    alert.put("startsAt", past(notice.said().moment().opened()).toString());
    return alert;
  }

  /** An alert that is over as of this notice. */
  ObjectNode resolved(Notice notice, Map<String, String> labels) {
    Instant end = past(notice.said().moment().time());
    Instant opened = notice.said().moment().opened();
    ObjectNode alert = alert(notice, labels);
    alert.put("startsAt", (opened.isBefore(end) ? opened : end).toString());
    alert.put("endsAt", end.toString());
    return alert;
  }

  /** Alerts as the body of a request. */
  static byte[] body(List<ObjectNode> alerts) {
    try {
      return JSON.writeValueAsBytes(alerts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can always be written", e);
    }
  }

  private static ObjectNode alert(Notice notice, Map<String, String> labels) {
    ObjectNode alert = JSON.createObjectNode();
    putAll(alert.putObject("labels"), labels);
    putAll(alert.putObject("annotations"), annotations(notice));
    return alert;
  }

  private static Map<String, String> annotations(Notice notice) {
    Map<String, String> annotations = new LinkedHashMap<>();
    put(annotations, "summary", NoticeWords.summary(notice));
    put(annotations, "description", NoticeWords.description(notice));
    TOLD_AS_THEY_ARE.forEach(field -> put(annotations, field, notice.text(field)));
    put(annotations, "health", NoticeWords.health(notice));
    put(annotations, "model", NoticeWords.model(notice));
    return annotations;
  }

  /** Event time may be ahead of the clock; an alert that ends in time to come would still fire. */
  private Instant past(Instant time) {
    Instant now = clock.instant();
    return time.isBefore(now) ? time : now;
  }

  private static void put(Map<String, String> values, String name, String value) {
    if (!value.isEmpty()) {
      values.put(name, value);
    }
  }

  private static void putAll(ObjectNode node, Map<String, String> values) {
    values.forEach((name, value) -> node.put(name, value));
  }
}
