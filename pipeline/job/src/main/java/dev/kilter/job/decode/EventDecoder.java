package dev.kilter.job.decode;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import dev.kilter.job.config.EventFormat;
import java.time.Instant;
import java.util.List;

/**
 * Decodes records: each is one or several events, or a dead letter. Not safe for several threads.
 */
public final class EventDecoder {
  private static final int LARGEST_BYTES = 1 << 20;

  /** For records without a Kafka timestamp, against which nothing is too far ahead. */
  private static final long LATEST_MILLIS =
      Instant.parse("2199-12-31T23:59:59.999Z").toEpochMilli();

  /** How much a number of seconds is less than one of milliseconds. */
  private static final long MILLIS_PER_SECOND = 1000;

  private static final long MILLIS_PER_YEAR = 366L * 24 * 3600 * MILLIS_PER_SECOND;

  private final MessageReader reader;
  private final Message message;
  private final boolean standardTimes;
  private final long maxAheadMillis;

  /** A decoder for events of this format. */
  public EventDecoder(EventFormat format, long maxAheadMillis) {
    this.reader = MessageReader.of(format);
    this.message = new Message(new Channels(format.channels()));
    this.standardTimes = format.time().format() == null;
    this.maxAheadMillis = maxAheadMillis;
  }

  /**
   * Decodes one record. Never throws: what is no event becomes a dead letter, and so does a record
   * of several of which one is none.
   *
   * @param timestampMillis the record's Kafka timestamp, or -1 if it has none
   */
  public List<? extends Decoded> decode(
      RecordPosition position, long timestampMillis, byte[] key, byte[] value) {
    try {
      return events(position, timestampMillis, value);
    } catch (Rejection e) {
      return List.of(
          new DeadLetter(position, timestampMillis, key, value, e.reason(), e.getMessage()));
    }
  }

  private List<Event> events(RecordPosition position, long timestampMillis, byte[] value)
      throws Rejection {
    RecordSize.check(value, LARGEST_BYTES, "an event");
    message.begin();
    reader.read(value, message);
    List<Event> events = message.events(position);
    for (Event event : events) {
      checkTime(event, timestampMillis);
    }
    return events;
  }

  private void checkTime(Event event, long timestampMillis) throws Rejection {
    long timeMillis = event.timeMillis();
    if (timeMillis < 0) {
      throw wrong(
          event, DeadLetterReason.BEFORE_1970, "the time " + timeMillis + " ms lies before 1970");
    }
    if (timeMillis > LATEST_MILLIS) {
      throw wrong(
          event, DeadLetterReason.TOO_FAR_AHEAD, "the time " + timeMillis + " ms lies after 2199");
    }
    if (looksLikeSeconds(timeMillis, timestampMillis)) {
      throw wrong(
          event,
          DeadLetterReason.NO_TIME,
          "the time "
              + timeMillis
              + ", as milliseconds "
              + Instant.ofEpochMilli(timeMillis)
              + ", seems to be in seconds; fields.time-format: epoch-seconds reads it so");
    }
    if (timestampMillis >= 0 && timeMillis - timestampMillis > maxAheadMillis) {
      throw wrong(
          event,
          DeadLetterReason.TOO_FAR_AHEAD,
          "the time is "
              + (timeMillis - timestampMillis) / 1000
              + " s ahead of the record's Kafka timestamp, more than "
              + maxAheadMillis / 1000
              + " s");
    }
  }

  /** What is decades behind as milliseconds and about now as seconds was meant as seconds. */
  private boolean looksLikeSeconds(long timeMillis, long timestampMillis) {
    return standardTimes
        && timestampMillis > MILLIS_PER_YEAR
        && timeMillis < timestampMillis / 2
        && Math.abs(timeMillis * MILLIS_PER_SECOND - timestampMillis) < MILLIS_PER_YEAR;
  }

  private Rejection wrong(Event event, DeadLetterReason reason, String detail) {
    return message.located(new Rejection(reason, detail), event.index());
  }
}
