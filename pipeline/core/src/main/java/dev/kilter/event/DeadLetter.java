package dev.kilter.event;

/**
 * An input that could not be used, whole, with its place and the reason.
 *
 * @param position where the record lies
 * @param timestampMillis its Kafka timestamp, in milliseconds since 1970, or -1
 * @param key its key as it came, or null
 * @param value its value as it came, or null
 * @param reason why it could not be used
 * @param detail what was wrong, for a person
 */
public record DeadLetter(
    RecordPosition position,
    long timestampMillis,
    byte[] key,
    byte[] value,
    DeadLetterReason reason,
    String detail)
    implements Decoded {}
