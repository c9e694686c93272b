package dev.kilter.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Events as they are in the topic: wide JSON, with the channels' names and the time as a text. */
public final class EventJson {
  /** The channels of a row by name, in their order. */
  public static final List<String> CHANNELS =
      List.of(
          "speed",
          "flow",
          "pressure",
          "current",
          "winding-temperature",
          "bearing-temperature",
          "vibration",
          "voltage");

  private static final ObjectMapper JSON = new ObjectMapper();

  private EventJson() {}

  /** The record's value. */
  public static byte[] bytes(String entity, long timeMillis, String values) {
    String time = Instant.ofEpochMilli(timeMillis).toString();
    return utf8(
        "{\"entity\":\"" + entity + "\",\"time\":\"" + time + "\",\"values\":" + values + "}");
  }

  /** What a row's values look like in it. */
  public static String values(double[] row) {
    ObjectNode values = JSON.createObjectNode();
    for (int channel = 0; channel < row.length; channel++) {
      values.put(CHANNELS.get(channel), row[channel]);
    }
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers are always JSON", e);
    }
  }

  /** A text as it is in a record. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
