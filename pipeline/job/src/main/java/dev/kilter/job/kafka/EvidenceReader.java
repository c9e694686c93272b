package dev.kilter.job.kafka;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilter.alert.CarriedEvidence;
import dev.kilter.alert.Evidence;
import dev.kilter.alert.MovedChannel;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.ToldCells;
import dev.kilter.sequence.ToldRows;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Reads the evidence of an alert back that {@link AlertJson} has written. */
public final class EvidenceReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private EvidenceReader() {}

  /**
   * What an alert says of how to score its moment again.
   *
   * @param evidence what it holds; its numbers as far as the alert tells them
   * @param topic the topic that the offsets are of; empty where there are none
   * @param shortened whether the values were left out, as the alert would have become too large
   */
  public record Read(Evidence evidence, String topic, boolean shortened) {}

  /**
   * Reads it.
   *
   * @param alert an alert's bytes as JSON
   * @throws IOException saying what is wrong with it
   */
  public static Read read(byte[] alert) throws IOException {
    JsonNode json = JSON.readTree(alert).path("evidence");
    try {
      return new Read(evidence(json), topic(json), json.path("shortened").asBoolean());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("its evidence cannot be read: " + e.getMessage(), e);
    }
  }

  private static Evidence evidence(JsonNode json) {
    return new Evidence(
        rows(json),
        number(json.path("raw")),
        number(json.path("average")),
        baselines(json.path("baselines")),
        json.hasNonNull("state") ? carried(json.path("state")) : null);
  }

  private static CarriedEvidence carried(JsonNode json) {
    float[] state = StateBytes.numbers(json.path("values").asText());
    return new CarriedEvidence(state, json.hasNonNull("lead") ? rows(json.path("lead")) : null);
  }

  private static ToldRows rows(JsonNode json) {
    JsonNode after = json.path("afterMillis");
    return new ToldRows(
        millis(json.path("from")),
        millis(json.path("to")),
        json.path("rows").asInt(),
        LongStream.range(0, after.size()).map(row -> after.path((int) row).asLong()).toArray(),
        offsets(json.path("offsets")),
        cells(json.path("filled")),
        cells(json.path("measured")));
  }

  private static List<ToldCells> cells(JsonNode channels) {
    List<ToldCells> told = new ArrayList<>();
    for (JsonNode channel : channels) {
      JsonNode rows = channel.path("rows");
      JsonNode values = channel.path("values");
      if (rows.size() != values.size()) {
        throw new IllegalArgumentException("as many values as rows belong to each channel");
      }
      float[] numbers = new float[values.size()];
      for (int place = 0; place < numbers.length; place++) {
        numbers[place] = exact(values.path(place));
      }
      int[] places = IntStream.range(0, rows.size()).map(at -> rows.path(at).asInt()).toArray();
      told.add(new ToldCells(channel.path("name").asText(), places, numbers));
    }
    return told;
  }

  private static List<MovedChannel> baselines(JsonNode channels) {
    List<MovedChannel> moved = new ArrayList<>();
    for (JsonNode channel : channels) {
      moved.add(
          new MovedChannel(
              channel.path("name").asText(),
              exact(channel.path("level")),
              exact(channel.path("spread"))));
    }
    return moved;
  }

  private static List<OffsetRange> offsets(JsonNode json) {
    List<OffsetRange> ranges = new ArrayList<>();
    for (Map.Entry<String, JsonNode> range : json.properties()) {
      int partition = Integer.parseInt(range.getKey().substring(dash(range.getKey()) + 1));
      ranges.add(
          new OffsetRange(
              partition, range.getValue().path(0).asLong(), range.getValue().path(1).asLong()));
    }
    return ranges;
  }

  private static String topic(JsonNode json) {
    return json.path("offsets").properties().stream()
        .map(range -> range.getKey().substring(0, dash(range.getKey())))
        .findFirst()
        .orElse("");
  }

  private static int dash(String place) {
    int dash = place.lastIndexOf('-');
    if (dash < 1) {
      throw new IllegalArgumentException("\"" + place + "\" is no partition such as events-3");
    }
    return dash;
  }

  private static long millis(JsonNode time) {
    return Instant.parse(time.asText()).toEpochMilli();
  }

  private static double number(JsonNode json) {
    return json.isNumber() ? json.doubleValue() : Double.NaN;
  }

  private static float exact(JsonNode json) {
    return json.isNumber() ? Float.parseFloat(json.asText()) : Float.NaN;
  }
}
