package dev.kilter.event;

/**
 * A record as it came from Kafka.
 *
 * @param position where it lies
 * @param timestampMillis its Kafka timestamp, in milliseconds since 1970, or -1
 * @param key its key, or null
 * @param value its value, or null
 */
public record SourceRecord(
    RecordPosition position, long timestampMillis, byte[] key, byte[] value) {

  /**
   * The record as a dead letter.
   *
   * @param detail what is wrong with it, for a person
   */
  public DeadLetter refused(DeadLetterReason reason, String detail) {
    return new DeadLetter(position, timestampMillis, key, value, reason, detail);
  }
}
