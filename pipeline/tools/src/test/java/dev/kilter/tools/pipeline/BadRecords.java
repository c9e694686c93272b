package dev.kilter.tools.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One record of each kind that is no event. */
final class BadRecords {
  private static final int TEN_MEGABYTES = 10 << 20;
  private static final Map<String, String> REASONS = new LinkedHashMap<>();

  static {
    REASONS.put("this is not JSON", "not-json");
    REASONS.put("{\"entity\":\"pump-0\",\"time\":", "not-json");
    REASONS.put("", "empty");
    REASONS.put("{\"time\":1,\"values\":{\"vibration\":1}}", "no-entity");
    REASONS.put("{\"entity\":\"pump-0\",\"values\":{\"vibration\":1}}", "no-time");
    REASONS.put(
        "{\"entity\":\"pump-0\",\"time\":\"yesterday\",\"values\":{\"vibration\":1}}", "no-time");
    REASONS.put(
        "{\"entity\":\"pump-0\",\"time\":-86400000,\"values\":{\"vibration\":1}}", "before-1970");
    REASONS.put(
        "{\"entity\":\"pump-0\",\"time\":\"2999-01-01T00:00:00Z\",\"values\":{\"vibration\":1}}",
        "too-far-ahead");
    REASONS.put(
        "{\"entity\":\"pump-0\",\"time\":1,\"values\":{\"vibration\":\"high\"}}", "not-a-number");
    REASONS.put("{\"entity\":\"pump-0\",\"time\":1,\"values\":{\"vibration\":NaN}}", "not-json");
    REASONS.put(
        "{\"entity\":\"pump-0\",\"time\":1,\"values\":{\"vibration\":\"NaN\"}}", "not-a-number");
    REASONS.put(
        "{\"entity\":\"pump-0\",\"time\":1,\"values\":{\"vibration\":-Infinity}}", "not-json");
    REASONS.put(
        "{\"entity\":\"pump-0\",\"time\":1,\"values\":{\"vibration\":1e999}}", "not-a-number");
  }

  private BadRecords() {}

  static List<ProducerRecord<byte[], byte[]>> of(PipelineTopics topics) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (String value : REASONS.keySet()) {
      records.add(topics.record(0, value.getBytes(StandardCharsets.UTF_8)));
    }
    records.add(topics.record(0, null));
    records.add(topics.record(1, new byte[TEN_MEGABYTES]));
    return records;
  }

  static List<String> reasons() {
    List<String> reasons = new ArrayList<>(REASONS.values());
    Collections.addAll(reasons, "null-value", "too-large");
    return reasons;
  }
}
