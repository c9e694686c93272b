package dev.kilter.job.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import dev.kilter.job.config.ChannelConfig;
import dev.kilter.job.config.EventFields;
import dev.kilter.job.config.EventFormat;
import java.time.Duration;
import java.util.List;

/** Decodes as tests need it: two channels, one of them with a range, at most an hour ahead. */
final class Decoding {
  static final long NOON = 1_772_366_400_000L;
  static final RecordPosition POSITION = new RecordPosition("sensor-events", 3, 41);
  static final byte[] KEY = {7, 0, -1};

  private Decoding() {}

  static EventJson json(EventFields fields) {
    List<ChannelConfig> channels =
        List.of(
            ChannelConfig.of("temperature", "Cel", -40, 150),
            ChannelConfig.of(
                "vibration", "mm/s", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    return new EventJson(new EventFormat(fields, channels), Duration.ofHours(1).toMillis());
  }

  static Decoded decode(byte[] value) {
    return json(EventFields.standard()).decode(POSITION, NOON, KEY, value);
  }

  static Decoded decode(String value) {
    return decode(value.getBytes(UTF_8));
  }

  static Event event(String value) {
    return (Event) decode(value);
  }

  static DeadLetter deadLetter(String value) {
    return (DeadLetter) decode(value);
  }

  /** A wide event at noon with these values. */
  static String wide(String values) {
    return "{\"entity\": \"pump-17\", \"time\": " + NOON + ", \"values\": " + values + "}";
  }

  /** A wide event with this entity and time, both as JSON. */
  static String at(String entity, String time) {
    return "{\"entity\": " + entity + ", \"time\": " + time + ", \"values\": {\"temperature\": 1}}";
  }
}
