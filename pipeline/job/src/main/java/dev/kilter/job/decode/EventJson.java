package dev.kilter.job.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import dev.kilter.job.config.EventFormat;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decodes events from JSON, wide or long, with a streaming parser. Not safe for several threads.
 */
public final class EventJson {
  private static final int LARGEST_BYTES = 1 << 20;

  /** For records without a Kafka timestamp, against which nothing is too far ahead. */
  private static final long LATEST_MILLIS =
      Instant.parse("2199-12-31T23:59:59.999Z").toEpochMilli();

  private final JsonFactory json =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();
  private final FieldTree fields;
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final long maxAheadMillis;

  /** A decoder for events of this format. */
  public EventJson(EventFormat format, long maxAheadMillis) {
    this.fields = FieldTree.of(format.fields());
    this.maxAheadMillis = maxAheadMillis;
    for (String name : format.channelNames()) {
      positions.put(name, positions.size());
    }
  }

  /**
   * Decodes one record. Never throws: what is no event becomes a dead letter.
   *
   * @param timestampMillis the record's Kafka timestamp, or -1 if it has none
   */
  public Decoded decode(RecordPosition position, long timestampMillis, byte[] key, byte[] value) {
    try {
      return event(position, timestampMillis, value);
    } catch (Rejection e) {
      return new DeadLetter(position, timestampMillis, key, value, e.reason(), e.getMessage());
    }
  }

  private Event event(RecordPosition position, long timestampMillis, byte[] value)
      throws Rejection {
    checkSize(value);
    EventReading reading = parse(value);
    checkTime(reading.timeMillis(), timestampMillis);
    return new Event(
        reading.entity(),
        reading.timeMillis(),
        reading.values(),
        position.partition(),
        position.offset(),
        0);
  }

  private EventReading parse(byte[] value) throws Rejection {
    try (JsonParser parser = json.createParser(value)) {
      EventReading reading = new EventReading(parser, positions);
      reading.read(fields);
      return reading;
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null ? "" : " at byte " + e.getLocation().getByteOffset() + ": ";
      throw new Rejection(
          DeadLetterReason.NOT_JSON, "not JSON" + place + Shown.of(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new Rejection(DeadLetterReason.NOT_JSON, "not JSON: " + Shown.of(e.toString()));
    }
  }

  private static void checkSize(byte[] value) throws Rejection {
    if (value == null) {
      throw new Rejection(DeadLetterReason.NULL_VALUE, "the record has no value");
    }
    if (value.length == 0) {
      throw new Rejection(DeadLetterReason.EMPTY, "the value is empty");
    }
    if (value.length > LARGEST_BYTES) {
      throw new Rejection(
          DeadLetterReason.TOO_LARGE,
          value.length + " bytes, more than the " + LARGEST_BYTES + " an event may have");
    }
  }

  private void checkTime(long timeMillis, long timestampMillis) throws Rejection {
    if (timeMillis < 0) {
      throw new Rejection(
          DeadLetterReason.BEFORE_1970, "the time " + timeMillis + " ms lies before 1970");
    }
    if (timeMillis > LATEST_MILLIS) {
      throw new Rejection(
          DeadLetterReason.TOO_FAR_AHEAD, "the time " + timeMillis + " ms lies after 2199");
    }
    if (timestampMillis >= 0 && timeMillis - timestampMillis > maxAheadMillis) {
      throw new Rejection(
          DeadLetterReason.TOO_FAR_AHEAD,
          "the time is "
              + (timeMillis - timestampMillis) / 1000
              + " s ahead of the record's Kafka timestamp, more than "
              + maxAheadMillis / 1000
              + " s");
    }
  }
}
