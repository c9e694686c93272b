package dev.kilter.tools.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Writes an evaluation as JSON; the README of the tools documents the fields. */
final class EvaluationJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private EvaluationJson() {}

  static String of(Evaluation evaluation) {
    return tree(evaluation).toPrettyString() + "\n";
  }

  static ObjectNode tree(Evaluation evaluation) {
    ObjectNode json = JSON.createObjectNode();
    Evaluation.Material material = evaluation.material();
    json.put("detector", material.detector());
    json.put("seed", material.seed());
    json.put("entities", material.entities());
    json.put("entitiesWithLabels", material.labelledEntities());
    json.put("entityDays", evaluation.kilter().events().entityDays());
    putJudged(json, material.rows());
    json.put("eventsNotJudged", evaluation.kilter().events().notJudged());
    putDetector(json.putObject("kilter"), evaluation.kilter());
    if (evaluation.runs() == null) {
      json.putNull("runsOverThreshold");
    } else {
      putDetector(json.putObject("runsOverThreshold"), evaluation.runs());
    }
    putDetector(json.putObject("random"), evaluation.random());
    putDetector(json.putObject("alwaysAlarming"), evaluation.alwaysAlarming());
    putHealth(json, evaluation.health());
    ArrayNode entities = json.putArray("byEntity");
    evaluation.kilter().entities().forEach(entity -> putEntity(entities.addObject(), entity));
    putLabels(json.putArray("labels"), evaluation);
    return json;
  }

  private static void putJudged(ObjectNode json, JudgedRows rows) {
    json.put("rows", rows.rows());
    json.put("rowsJudged", rows.judged().rows());
    json.put("coverage", rows.coverage());
    ObjectNode notJudged = json.putObject("rowsNotJudged");
    rows.notJudged().forEach((reason, count) -> notJudged.put(reason, count.rows()));
  }

  private static void putHealth(ObjectNode json, HealthFindings findings) {
    if (findings == null) {
      json.putNull("health");
      return;
    }
    ObjectNode health = json.putObject("health");
    putTally(health, findings.health());
    putTally(health.putObject("random"), findings.random());
  }

  private static void putTally(ObjectNode json, HealthFindings.Tally tally) {
    json.put("stretches", tally.events().incidents());
    json.put("withoutLabel", tally.events().falseAlarms());
    json.put("eventsFound", tally.events().found());
    json.put("eventsFoundByNoAlert", tally.byNoAlert());
  }

  private static void putLabels(ArrayNode json, Evaluation evaluation) {
    HealthFindings health = evaluation.health();
    List<LabelOutcome> outcomes = evaluation.kilter().events().events();
    for (int i = 0; i < outcomes.size(); i++) {
      ObjectNode label = json.addObject();
      putLabel(label, outcomes.get(i));
      label.put(
          "foundByHealth",
          health == null ? null : health.health().events().events().get(i).found());
    }
  }

  private static void putDetector(ObjectNode json, Performance performance) {
    putRanking(json.putObject("rankingMean"), performance.meanRanking());
    putRanking(json.putObject("rankingPooled"), performance.pooled());
    putRows(json, performance.rows());
    putEvents(json, performance.events());
    putNumber(json, "nab", performance.nab().normalised());
  }

  private static void putEntity(ObjectNode json, EntityPerformance entity) {
    json.put("entity", entity.entity());
    putRanking(json.putObject("ranking"), entity.ranking());
    putRows(json, entity.rows());
    putEvents(json, entity.events());
    putNumber(json, "nab", entity.nab().normalised());
  }

  private static void putRanking(ObjectNode json, RankingMetrics ranking) {
    putNumber(json, "vusPr", ranking.vusPr());
    putNumber(json, "aucPr", ranking.aucPr());
    putNumber(json, "aucRoc", ranking.aucRoc());
    putNumber(json, "oracleF1", ranking.oracleF1());
  }

  private static void putRows(ObjectNode json, RowCounts rows) {
    putNumber(json, "precision", rows.precision());
    putNumber(json, "recall", rows.recall());
    putNumber(json, "f1", rows.f1());
    putNumber(json, "normalTimeInAlarm", rows.normalTimeInAlarm());
  }

  private static void putEvents(ObjectNode json, EventTally events) {
    json.put("events", events.events().size());
    json.put("eventsFound", events.found());
    putNumber(json, "eventRecall", events.recall());
    json.put("incidents", events.incidents());
    json.put("falseAlarms", events.falseAlarms());
    putNumber(json, "falseAlarmsPerEntityDay", events.falseAlarmsPerEntityDay());
    putNumber(json, "medianDelaySeconds", events.delaySeconds(EventTally.MEDIAN));
    putNumber(json, "p90DelaySeconds", events.delaySeconds(EventTally.NEARLY_ALL));
  }

  private static void putLabel(ObjectNode json, LabelOutcome outcome) {
    json.put("entity", outcome.entity());
    json.put("from", Instant.ofEpochMilli(outcome.label().span().fromMillis()).toString());
    json.put("to", Instant.ofEpochMilli(outcome.label().span().untilMillis()).toString());
    json.put("kind", outcome.label().kind());
    json.put("found", outcome.found());
    putNumber(json, "delaySeconds", outcome.found() ? outcome.delaySeconds() : Double.NaN);
    json.put("rowsJudged", outcome.judgedRows());
  }

  private static void putNumber(ObjectNode json, String field, double value) {
    if (Double.isNaN(value)) {
      json.putNull(field);
      return;
    }
    json.put(field, value);
  }
}
