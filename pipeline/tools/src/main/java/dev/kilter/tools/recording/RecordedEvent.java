package dev.kilter.tools.recording;

import java.util.List;

/**
 * One Kafka record as it was, or an event from a file that never saw Kafka.
 *
 * @param timestampMillis the Kafka timestamp; {@link #NO_TIME} if there is none
 * @param key null if there is none
 * @param value the payload, byte for byte; null if there is none
 */
public record RecordedEvent(
    String topic,
    int partition,
    long offset,
    long timestampMillis,
    byte[] key,
    List<RecordedHeader> headers,
    byte[] value) {

  /** Where a time is missing. */
  public static final long NO_TIME = -1;

  /** The Kafka timestamp; without it the time in the payload; without that {@link #NO_TIME}. */
  public long timeMillis() {
    return timestampMillis == NO_TIME ? Payload.timeMillis(value) : timestampMillis;
  }
}
