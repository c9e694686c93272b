package dev.kilter.tools.replay;

import dev.kilter.tools.recording.EventReader;
import java.util.concurrent.atomic.LongAdder;

/** How far the replay of this process has come; the source writes it, the terminal reads it. */
public final class ReplayMeter {
  private static final ReplayMeter CURRENT = new ReplayMeter();

  private final LongAdder events = new LongAdder();
  private volatile double share;

  private ReplayMeter() {}

  /** There is one replay in a process. */
  public static ReplayMeter current() {
    return CURRENT;
  }

  /** Begins to count anew. */
  public void begin() {
    events.reset();
    share = 0;
  }

  void read(EventReader reader) {
    events.increment();
    share = reader.share();
  }

  /** Events read so far. */
  public long events() {
    return events.sum();
  }

  /** How much of the input they are, from 0 to 1. */
  public double share() {
    return share;
  }
}
