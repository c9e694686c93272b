package dev.kilter.tools.recording;

/**
 * One header of a Kafka record.
 *
 * @param value null if the record had none
 */
public record RecordedHeader(String name, byte[] value) {}
