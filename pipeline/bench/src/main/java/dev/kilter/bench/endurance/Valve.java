package dev.kilter.bench.endurance;

import dev.kilter.event.Event;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Lets events through; while it is narrow, so few that next to nothing is on its way. Time goes on
 * behind it, as it would not if none came.
 */
final class Valve implements MapFunction<Event, Event> {
  private static final long EACH_NANOS = Duration.ofMillis(20).toNanos();

  /** All in one process. */
  private static volatile boolean narrow;

  static void narrow() {
    narrow = true;
  }

  static void open() {
    narrow = false;
  }

  @Override
  public Event map(Event event) {
    if (narrow) {
      LockSupport.parkNanos(EACH_NANOS);
    }
    return event;
  }
}
