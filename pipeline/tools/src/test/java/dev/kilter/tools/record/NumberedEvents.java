package dev.kilter.tools.record;

import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.recording.RecordedEvent;
import dev.kilter.tools.recording.Recordings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Numbered events of every kind, and by partition what of them is in a recording. */
final class NumberedEvents {
  static final int PARTITIONS = 3;

  private NumberedEvents() {}

  /** Every third without a key, every fifth without a value, with headers now and then. */
  static ProducerRecord<byte[], byte[]> event(String topic, int number) {
    byte[] key = number % 3 == 0 ? null : new byte[] {(byte) number, 'k'};
    byte[] value =
        number % 5 == 0 ? null : ("{\"n\": " + number + "}").getBytes(StandardCharsets.UTF_8);
    List<Header> headers =
        number % 7 == 0
            ? List.of(
                new RecordHeader("h", new byte[] {(byte) number}), new RecordHeader("h", null))
            : List.of();
    return new ProducerRecord<>(topic, number % PARTITIONS, (long) number, key, value, headers);
  }

  static Map<Integer, List<String>> written(int from, int to) {
    Map<Integer, List<String>> written = new TreeMap<>();
    for (int number = from; number < to; number++) {
      ProducerRecord<byte[], byte[]> event = event("t", number);
      List<String> headers = new ArrayList<>();
      event.headers().forEach(header -> headers.add(header.key() + hex(header.value())));
      written
          .computeIfAbsent(event.partition(), any -> new ArrayList<>())
          .add(number + " " + hex(event.key()) + " " + hex(event.value()) + " " + headers);
    }
    return written;
  }

  static Map<Integer, List<String>> contents(Path file) {
    Map<Integer, List<String>> contents = new TreeMap<>();
    for (RecordedEvent event : events(file)) {
      List<String> headers = event.headers().stream().map(h -> h.name() + hex(h.value())).toList();
      contents
          .computeIfAbsent(event.partition(), any -> new ArrayList<>())
          .add(
              event.timestampMillis()
                  + (" " + hex(event.key()) + " " + hex(event.value()) + " " + headers));
    }
    return contents;
  }

  static List<Long> times(Path file) {
    return events(file).stream().map(RecordedEvent::timestampMillis).toList();
  }

  static List<RecordedEvent> events(Path file) {
    List<RecordedEvent> events = new ArrayList<>();
    try (EventReader reader = Recordings.open(file, Duration.ofDays(1))) {
      reader.forEachRemaining(events::add);
    }
    return events;
  }

  private static String hex(byte[] bytes) {
    return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
  }
}
