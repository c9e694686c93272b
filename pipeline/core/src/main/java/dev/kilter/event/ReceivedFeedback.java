package dev.kilter.event;

/**
 * Feedback, and the record that it came in.
 *
 * @param feedback what somebody thinks
 * @param record the record
 */
public record ReceivedFeedback(Feedback feedback, SourceRecord record) {}
