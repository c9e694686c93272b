package dev.kilter.tools.notify;

import dev.kilter.tools.Screen;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Tells a person that a target takes nothing now, though not at every attempt. */
final class Trouble {
  private static final long PAUSE_NANOS = Duration.ofSeconds(30).toNanos();

  private final Screen screen;
  private final String target;
  private final LongSupplier nanos;
  private long silentUntilNanos;

  /**
   * No trouble yet.
   *
   * @param target how the target is called in front of people
   */
  Trouble(Screen screen, String target, LongSupplier nanos) {
    this.screen = screen;
    this.target = target;
    this.nanos = nanos;
    this.silentUntilNanos = nanos.getAsLong();
  }

  void failed(String why) {
    long now = nanos.getAsLong();
    if (now >= silentUntilNanos) {
      silentUntilNanos = now + PAUSE_NANOS;
      screen.line(target + " did not take an alert: " + why + ". It is tried again.");
    }
  }
}
