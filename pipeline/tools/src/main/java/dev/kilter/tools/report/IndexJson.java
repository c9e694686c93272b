package dev.kilter.tools.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.kilter.tools.health.HealthSpan;
import java.io.IOException;
import java.util.List;

/** Writes what a report knows of all entities: names, incidents, labels, measures. */
final class IndexJson {
  private final Run run;
  private final List<String> entities;
  private final JsonGenerator json;

  private IndexJson(Run run, List<String> entities, JsonGenerator json) {
    this.run = run;
    this.entities = entities;
    this.json = json;
  }

  /**
   * Writes one object.
   *
   * @param entities in the order in which they are listed and numbered
   */
  static void write(Run run, List<String> entities, JsonGenerator json) throws IOException {
    new IndexJson(run, entities, json).write();
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeNumberField("from", run.history().fromMillis());
    json.writeNumberField("to", run.history().toMillis());
    writeChannels();
    writeEntities();
    writeIncidents();
    writeHealth();
    writeLabels();
    json.writeObjectField("deadLetters", run.deadLetters());
    json.writeObjectField("evaluation", run.evaluation());
    json.writeEndObject();
  }

  private void writeChannels() throws IOException {
    json.writeArrayFieldStart("channels");
    for (String channel : run.history().channels()) {
      json.writeStartObject();
      json.writeStringField("name", channel);
      json.writeStringField("unit", run.units().getOrDefault(channel, ""));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeEntities() throws IOException {
    json.writeArrayFieldStart("entities");
    for (String name : entities) {
      EntityHistory entity = run.history().entities().get(name);
      Timeline timeline = entity.timeline();
      json.writeStartObject();
      json.writeStringField("name", name);
      json.writeNumberField("moments", timeline.moments());
      json.writeNumberField("points", timeline.points());
      json.writeNumberField("every", timeline.every());
      writeJudged(entity);
      writeSparkline(entity);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** How many moments were judged and not, by all detectors. */
  private void writeJudged(EntityHistory entity) throws IOException {
    long judged = 0;
    long notJudged = 0;
    for (DetectorHistory detector : entity.detectors().values()) {
      judged += detector.notJudged().judgedMoments();
      notJudged += detector.notJudged().counts().values().stream().mapToLong(n -> n).sum();
    }
    json.writeNumberField("judged", judged);
    json.writeNumberField("notJudged", notJudged);
  }

  private void writeSparkline(EntityHistory entity) throws IOException {
    RunHistory history = run.history();
    json.writeArrayFieldStart("sparkline");
    for (double score : Sparkline.of(entity, history.fromMillis(), history.toMillis())) {
      writeHundredths(score);
    }
    json.writeEndArray();
  }

  private void writeIncidents() throws IOException {
    json.writeArrayFieldStart("incidents");
    for (Incident incident : run.incidents()) {
      writeIncident(incident);
    }
    json.writeEndArray();
  }

  private void writeIncident(Incident incident) throws IOException {
    json.writeStartObject();
    json.writeStringField("entity", incident.entity());
    json.writeStringField("detector", incident.detector());
    json.writeStringField("severity", incident.severity().label());
    json.writeNumberField("from", incident.openedMillis());
    json.writeObjectField("to", incident.closedMillis());
    json.writeFieldName("peak");
    writeHundredths(incident.peak());
    writeLeads("channels", incident.leads().channels());
    writeLeads("classes", incident.leads().classes());
    json.writeEndObject();
  }

  private void writeLeads(String field, List<Incident.Lead> leads) throws IOException {
    json.writeArrayFieldStart(field);
    for (Incident.Lead lead : leads) {
      json.writeStartObject();
      json.writeStringField("name", lead.name());
      json.writeFieldName("part");
      writeHundredths(lead.part());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeHealth() throws IOException {
    if (run.health() == null) {
      json.writeNullField("health");
      return;
    }
    json.writeArrayFieldStart("health");
    for (HealthSpan span : run.health()) {
      json.writeStartObject();
      json.writeStringField("entity", span.scope().entity());
      json.writeStringField("detector", span.scope().detector());
      json.writeStringField("channel", span.scope().channel());
      json.writeStringField("kind", span.kind().label());
      json.writeNumberField("from", span.sinceMillis());
      json.writeObjectField("to", span.endedMillis());
      json.writeStringField("began", span.beganWith());
      json.writeStringField("ended", span.endedWith());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeLabels() throws IOException {
    if (run.labels() == null) {
      json.writeNullField("labels");
      return;
    }
    json.writeArrayFieldStart("labels");
    for (Label label : run.labels()) {
      json.writeStartObject();
      json.writeStringField("entity", label.entity());
      json.writeStringField("kind", label.kind());
      json.writeNumberField("from", label.fromMillis());
      json.writeNumberField("to", label.toMillis());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeHundredths(double number) throws IOException {
    if (Double.isFinite(number)) {
      json.writeNumber(Math.round(100 * number) / 100.0);
    } else {
      json.writeNull();
    }
  }
}
