package dev.kilter.job.control;

import dev.kilter.event.SourceRecord;

/**
 * A control message, and the record that it came in.
 *
 * @param message the message
 * @param record the record
 */
public record HeardControl(ControlMessage message, SourceRecord record) implements DecodedControl {}
