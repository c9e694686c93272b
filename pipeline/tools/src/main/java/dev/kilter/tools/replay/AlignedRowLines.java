package dev.kilter.tools.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.job.operator.AlignedRow;
import java.time.Instant;

/**
 * The format of rows as a model sees them: wide events, with what was filled in by name.
 *
 * @param channels the model's channels, in its order
 */
record AlignedRowLines(String[] channels) implements LineFormat<AlignedRow> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public ResultLine line(AlignedRow row) {
    ObjectNode json = JSON.createObjectNode();
    json.put("entity", row.entity());
    json.put("time", Instant.ofEpochMilli(row.timeMillis()).toString());
    if (row.begins()) {
      json.put("begins", true);
    }
    putValues(row, json);
    try {
      return new ResultLine(row.timeMillis(), "", row.entity(), 0, JSON.writeValueAsBytes(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can always be written", e);
    }
  }

  private void putValues(AlignedRow row, ObjectNode json) {
    ObjectNode values = json.putObject("values");
    ArrayNode filled = JSON.createArrayNode();
    for (int channel = 0; channel < channels.length; channel++) {
      if (!Float.isNaN(row.values()[channel])) {
        values.put(channels[channel], row.values()[channel]);
        if (!row.measured()[channel]) {
          filled.add(channels[channel]);
        }
      }
    }
    if (!filled.isEmpty()) {
      json.set("filled", filled);
    }
  }
}
