package dev.kilter.job.kafka;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.alert.CarriedEvidence;
import dev.kilter.alert.Evidence;
import dev.kilter.alert.MovedChannel;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.ToldCells;
import dev.kilter.sequence.ToldRows;
import java.time.Instant;
import java.util.List;

/** Writes the evidence of an alert as JSON; what there is nothing of is left out. */
final class EvidenceJson {
  private final String eventsTopic;

  /**
   * For an alert.
   *
   * @param eventsTopic the topic that the offsets are of
   */
  EvidenceJson(String eventsTopic) {
    this.eventsTopic = eventsTopic;
  }

  ObjectNode node(Evidence evidence) {
    ToldRows rows = evidence.rows();
    ObjectNode json = JsonLine.object();
    putTimes(rows, json);
    json.set("raw", RoundedNumbers.json(evidence.raw()));
    json.set("average", RoundedNumbers.json(evidence.averageBefore()));
    putOffsets(rows.offsets(), json);
    if (rows.count() > 0) {
      json.put("rows", rows.count());
    }
    putCells("filled", rows.filled(), json);
    putCells("measured", rows.measured(), json);
    putBaselines(evidence.baselines(), json);
    if (evidence.carried() != null) {
      json.set("state", state(evidence.carried()));
    }
    return json;
  }

  /** The same without what takes much room, which is said. */
  ObjectNode shortened(Evidence evidence) {
    return node(evidence.shortened()).put("shortened", true);
  }

  private ObjectNode state(CarriedEvidence carried) {
    ObjectNode json = JsonLine.object();
    json.put("values", StateBytes.of(carried.state()));
    if (carried.lead() != null) {
      json.set("lead", lead(carried.lead()));
    }
    return json;
  }

  private ObjectNode lead(ToldRows rows) {
    ObjectNode json = JsonLine.object();
    putTimes(rows, json);
    json.put("rows", rows.count());
    ArrayNode after = json.putArray("afterMillis");
    for (long millis : rows.afterMillis()) {
      after.add(millis);
    }
    putOffsets(rows.offsets(), json);
    putCells("filled", rows.filled(), json);
    putCells("measured", rows.measured(), json);
    return json;
  }

  private static void putTimes(ToldRows rows, ObjectNode json) {
    json.put("from", Instant.ofEpochMilli(rows.fromMillis()).toString());
    json.put("to", Instant.ofEpochMilli(rows.toMillis()).toString());
  }

  private void putOffsets(List<OffsetRange> ranges, ObjectNode json) {
    ObjectNode offsets = json.putObject("offsets");
    for (OffsetRange range : ranges) {
      offsets.putArray(eventsTopic + "-" + range.partition()).add(range.first()).add(range.last());
    }
  }

  private static void putCells(String key, List<ToldCells> told, ObjectNode json) {
    if (told.isEmpty()) {
      return;
    }
    ArrayNode channels = json.putArray(key);
    for (ToldCells cells : told) {
      ObjectNode channel = channels.addObject();
      channel.put("name", cells.name());
      ArrayNode rows = channel.putArray("rows");
      ArrayNode values = channel.putArray("values");
      for (int place = 0; place < cells.rows().length; place++) {
        rows.add(cells.rows()[place]);
        values.add(ExactNumbers.json(cells.values()[place]));
      }
    }
  }

  private static void putBaselines(List<MovedChannel> moved, ObjectNode json) {
    if (moved.isEmpty()) {
      return;
    }
    ArrayNode channels = json.putArray("baselines");
    for (MovedChannel each : moved) {
      ObjectNode channel = channels.addObject();
      channel.put("name", each.name());
      channel.set("level", ExactNumbers.json(each.level()));
      channel.set("spread", ExactNumbers.json(each.spread()));
    }
  }
}
