package dev.kilter.job.kafka;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertSummary;
import dev.kilter.alert.ChannelPart;
import dev.kilter.alert.ClassProbability;
import dev.kilter.alert.Evidence;
import dev.kilter.alert.Findings;
import dev.kilter.alert.Incident;
import dev.kilter.health.Ailment;
import java.time.Instant;

/** Writes alerts as JSON, the keys always in the same order. */
public final class AlertJson {
  /** An alert does not become larger than this by its evidence. */
  static final int MOST_BYTES = 64 << 10;

  private AlertJson() {}

  /**
   * The alert as one line of JSON.
   *
   * @param eventsTopic the topic that the offsets in the evidence are of
   */
  public static byte[] bytes(Alert alert, String eventsTopic) {
    ObjectNode json = node(alert, eventsTopic);
    byte[] whole = JsonLine.bytes(json);
    Evidence evidence = alert.findings().evidence();
    if (whole.length <= MOST_BYTES || !evidence.isLarge()) {
      return whole;
    }
    json.set("evidence", new EvidenceJson(eventsTopic).shortened(evidence));
    return JsonLine.bytes(json);
  }

  /** The alert as a tree. */
  public static ObjectNode node(Alert alert, String eventsTopic) {
    Incident incident = alert.incident();
    Findings findings = alert.findings();
    ObjectNode json = JsonLine.object();
    json.put("incident", incident.id());
    json.put("revision", incident.revision());
    json.put("status", alert.status().label());
    json.put("cause", alert.cause().label());
    json.put("severity", incident.severity().label());
    json.put("detector", alert.detector());
    json.put("entity", alert.entity());
    if (alert.late()) {
      json.put("late", true);
    }
    json.put("summary", AlertSummary.of(alert));
    json.put("since", time(incident.sinceMillis()));
    json.put("opened", time(incident.openedMillis()));
    json.put("time", time(alert.timeMillis()));
    json.put("sequences", incident.sequences());
    if (incident.longInAlarm()) {
      json.put("long", true);
    }
    json.set("score", RoundedNumbers.json(findings.score()));
    json.set("threshold", RoundedNumbers.json(findings.threshold()));
    json.set("peak", RoundedNumbers.json(findings.peak()));
    ArrayNode channels = json.putArray("channels");
    findings.channels().forEach(channel -> channels.add(channel(channel)));
    if (!findings.classes().isEmpty()) {
      ArrayNode classes = json.putArray("classes");
      findings.classes().forEach(each -> classes.add(probability(each)));
    }
    ArrayNode health = json.putArray("health");
    findings.health().forEach(ailment -> health.add(ailment(ailment)));
    ObjectNode model = json.putObject("model");
    model.put("name", findings.model().name());
    model.put("version", findings.model().version());
    model.put("sha256", findings.model().sha256());
    json.set("evidence", new EvidenceJson(eventsTopic).node(findings.evidence()));
    return json;
  }

  private static ObjectNode channel(ChannelPart channel) {
    ObjectNode json = JsonLine.object();
    json.put("name", channel.name());
    json.set("observed", RoundedNumbers.json(channel.observed()));
    json.set("expected", RoundedNumbers.json(channel.expected()));
    json.set("part", RoundedNumbers.json(channel.part()));
    return json;
  }

  private static ObjectNode probability(ClassProbability probability) {
    ObjectNode json = JsonLine.object();
    json.put("name", probability.name());
    json.set("probability", RoundedNumbers.json(probability.probability()));
    return json;
  }

  private static ObjectNode ailment(Ailment ailment) {
    ObjectNode json = JsonLine.object();
    json.put("kind", ailment.kind().label());
    if (ailment.channel() != null) {
      json.put("channel", ailment.channel());
    }
    return json.put("since", time(ailment.sinceMillis()));
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
