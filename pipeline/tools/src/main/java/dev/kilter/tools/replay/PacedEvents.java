package dev.kilter.tools.replay;

import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.recording.Payload;
import dev.kilter.tools.recording.RecordedEvent;
import dev.kilter.tools.simulate.Pace;
import dev.kilter.tools.simulate.Speed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Hands out events as far apart as they were, divided by the speed. One without a time, or out of
 * order, goes at once. Shifted, the first one is of now and the others follow: the Kafka timestamp
 * moves, and the field {@code time} of the payload.
 */
final class PacedEvents {
  private final EventReader events;
  private final Speed speed;
  private final InstantSource shiftTo;
  private final LongSupplier clockNanos;
  private Pace pace;
  private Duration shift = Duration.ZERO;

  /**
   * @param shiftTo what now is; null if the times are to stay
   */
  PacedEvents(EventReader events, Speed speed, InstantSource shiftTo, LongSupplier clockNanos) {
    this.events = events;
    this.speed = speed;
    this.shiftTo = shiftTo;
    this.clockNanos = clockNanos;
  }

  boolean hasNext() {
    return events.hasNext();
  }

  /** The next event, once its time has come. */
  RecordedEvent next() throws InterruptedException {
    RecordedEvent event = events.next();
    long timeMillis = event.timeMillis();
    if (timeMillis == RecordedEvent.NO_TIME) {
      return event;
    }
    if (pace == null) {
      begin(timeMillis);
    }
    pace.await(timeMillis);
    return shift.isZero() ? event : shifted(event);
  }

  private void begin(long timeMillis) {
    pace = new Pace(speed, timeMillis, clockNanos);
    if (shiftTo != null) {
      shift = Duration.ofMillis(shiftTo.millis() - timeMillis);
    }
  }

  private RecordedEvent shifted(RecordedEvent event) {
    boolean stamped = event.timestampMillis() != RecordedEvent.NO_TIME;
    return new RecordedEvent(
        event.topic(),
        event.partition(),
        event.offset(),
        stamped ? event.timestampMillis() + shift.toMillis() : RecordedEvent.NO_TIME,
        event.key(),
        event.headers(),
        Payload.shifted(event.value(), shift));
  }
}
