package dev.kilter.tools.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;

/**
 * Writes the series of one entity: a list of times, each but the first as what has passed since the
 * one before, and for each line a list of as many values.
 */
final class EntityJson {
  private static final long MOST_PERCENT = 999;

  private final EntityHistory entity;
  private final Timeline timeline;
  private final Collection<String> channels;
  private final JsonGenerator json;

  private EntityJson(EntityHistory entity, Collection<String> channels, JsonGenerator json) {
    this.entity = entity;
    this.timeline = entity.timeline();
    this.channels = channels;
    this.json = json;
  }

  /**
   * Writes one object.
   *
   * @param channels the channels, in whose order lists by channel are
   */
  static void write(EntityHistory entity, Collection<String> channels, JsonGenerator json)
      throws IOException {
    new EntityJson(entity, channels, json).write();
  }

  private void write() throws IOException {
    json.writeStartObject();
    writeTimes();
    writeLines("observed", entity.observed());
    json.writeArrayFieldStart("detectors");
    for (Map.Entry<String, DetectorHistory> detector : entity.detectors().entrySet()) {
      writeDetector(detector.getKey(), detector.getValue());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeTimes() throws IOException {
    json.writeArrayFieldStart("times");
    long before = 0;
    for (int bucket = 0; bucket < timeline.size(); bucket++) {
      long first = timeline.firstMillis(bucket);
      json.writeNumber(first - before);
      before = first;
      if (timeline.isMerged()) {
        json.writeNumber(timeline.lastMillis(bucket) - first);
        before = timeline.lastMillis(bucket);
      }
    }
    json.writeEndArray();
  }

  private void writeDetector(String id, DetectorHistory detector) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    writeNotJudged(detector.notJudged());
    json.writeFieldName("score");
    writeLine(detector.score());
    json.writeFieldName("threshold");
    writeLine(detector.threshold());
    writeLines("expected", detector.expected());
    writeContributions(detector.contributions());
    json.writeEndObject();
  }

  private void writeNotJudged(NotJudged notJudged) throws IOException {
    json.writeNumberField("judged", notJudged.judgedMoments());
    json.writeObjectField("notJudged", notJudged.counts());
    json.writeArrayFieldStart("notJudgedStretches");
    for (NotJudged.Stretch stretch : notJudged.stretches()) {
      json.writeStartObject();
      json.writeStringField("reason", stretch.reason());
      json.writeNumberField("from", stretch.fromMillis());
      json.writeNumberField("to", stretch.toMillis());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("stretchesLeftOut", notJudged.leftOut());
  }

  private void writeLines(String field, Map<String, Column> lines) throws IOException {
    json.writeArrayFieldStart(field);
    for (String channel : channels) {
      writeLine(lines.get(channel));
    }
    json.writeEndArray();
  }

  /** A list; one number if it is the same everywhere; null for no line. */
  private void writeLine(Column line) throws IOException {
    if (line == null) {
      json.writeNull();
      return;
    }
    Extent extent = Extent.of(line, timeline.size());
    CompactNumbers numbers = new CompactNumbers(extent.lowest(), extent.highest());
    if (extent.isConstant()) {
      json.writeNumber(numbers.json((float) extent.lowest()));
      return;
    }
    json.writeStartArray();
    for (int bucket = 0; bucket < timeline.size(); bucket++) {
      json.writeRawValue(numbers.json(line.first(bucket)));
      if (timeline.isMerged()) {
        json.writeRawValue(numbers.json(line.last(bucket)));
      }
    }
    json.writeEndArray();
  }

  private void writeContributions(Map<String, Column> contributions) throws IOException {
    json.writeArrayFieldStart("contributions");
    for (String channel : channels) {
      Column column = contributions.get(channel);
      if (column == null) {
        json.writeNull();
      } else {
        writePercent(column);
      }
    }
    json.writeEndArray();
  }

  /** Of a bucket the highest; -1 where there is none. */
  private void writePercent(Column column) throws IOException {
    json.writeStartArray();
    for (int bucket = 0; bucket < timeline.size(); bucket++) {
      float highest = column.high(bucket);
      json.writeNumber(
          Float.isNaN(highest) ? -1 : Math.min(MOST_PERCENT, Math.round(100.0 * highest)));
    }
    json.writeEndArray();
  }

  /** From where to where a series goes, and whether it is everywhere. */
  private record Extent(double lowest, double highest, boolean complete) {

    static Extent of(Column column, int size) {
      double lowest = Double.POSITIVE_INFINITY;
      double highest = Double.NEGATIVE_INFINITY;
      boolean complete = true;
      for (int bucket = 0; bucket < size; bucket++) {
        float low = column.low(bucket);
        complete &= !Float.isNaN(low);
        lowest = Float.isNaN(low) ? lowest : Math.min(lowest, low);
        highest = Float.isNaN(low) ? highest : Math.max(highest, column.high(bucket));
      }
      return new Extent(lowest, highest, complete);
    }

    boolean isConstant() {
      return complete && lowest == highest;
    }
  }
}
