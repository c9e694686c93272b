package dev.kilter.job.operator;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Makes the dead letter of an event that came too late.
 *
 * @param topic the events topic
 * @param channels the channels by name, in the order of an event's values
 */
record LateEvents(String topic, List<String> channels) implements Serializable {

  DeadLetter deadLetter(Event event, long releasedUpToMillis) {
    String detail =
        event.entity()
            + " was already judged up to "
            + Instant.ofEpochMilli(releasedUpToMillis)
            + "; the event came "
            + (releasedUpToMillis - event.timeMillis())
            + " ms behind that";
    return new WideEvent(event.entity(), event.timeMillis(), channels, event.values())
        .deadLetter(
            new RecordPosition(topic, event.partition(), event.offset()),
            DeadLetterReason.LATE,
            detail);
  }
}
