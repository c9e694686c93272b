package dev.kilter.job.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import dev.kilter.job.config.ChannelConfig;
import dev.kilter.job.config.EventEncoding;
import dev.kilter.job.config.EventFields;
import dev.kilter.job.config.EventFormat;
import dev.kilter.job.config.TimeNotation;
import java.time.Duration;
import java.util.List;

/** Decodes as tests need it: two channels, one of them with a range, at most an hour ahead. */
final class Decoding {
  static final long NOON = 1_772_366_400_000L;
  static final RecordPosition POSITION = new RecordPosition("sensor-events", 3, 41);
  static final byte[] KEY = {7, 0, -1};

  private Decoding() {}

  /** Kilter's own form. */
  static EventFormat standard() {
    return EventFormat.standard(
        List.of(
            ChannelConfig.of("temperature", "Cel", -40, 150),
            ChannelConfig.of(
                "vibration", "mm/s", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)));
  }

  /** Kilter's own form with other fields. */
  static EventFormat with(EventFields fields) {
    return with(new EventEncoding.Json(), fields, TimeNotation.standard());
  }

  static EventFormat with(EventEncoding encoding, EventFields fields, TimeNotation time) {
    return new EventFormat(encoding, fields, time, standard().channels());
  }

  /** The events of a record that is whole. */
  static List<Event> events(EventFormat format, String value) {
    return all(format, value.getBytes(UTF_8)).stream().map(Event.class::cast).toList();
  }

  /** The dead letter that a record is. */
  static DeadLetter deadLetter(EventFormat format, String value) {
    return (DeadLetter) all(format, value.getBytes(UTF_8)).get(0);
  }

  /** A decoder that allows an hour ahead. */
  static EventDecoder decoder(EventFormat format) {
    return new EventDecoder(format, Duration.ofHours(1).toMillis());
  }

  /** What a record with one reading comes to. */
  static Decoded decode(byte[] value) {
    return all(standard(), value).get(0);
  }

  /** What a record comes to. */
  static List<? extends Decoded> all(EventFormat format, byte[] value) {
    return decoder(format).decode(POSITION, NOON, KEY, value);
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
