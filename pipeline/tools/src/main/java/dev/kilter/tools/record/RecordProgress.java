package dev.kilter.tools.record;

import dev.kilter.tools.Screen;
import dev.kilter.tools.demo.HumanNumbers;
import java.time.Instant;

/** Tells a person how far a recording has come. */
final class RecordProgress {
  private final Screen screen;
  private final long startNanos = System.nanoTime();
  private long count;
  private long newestMillis;

  RecordProgress(Screen screen) {
    this.screen = screen;
  }

  void written(long timestampMillis) {
    count++;
    newestMillis = Math.max(newestMillis, timestampMillis);
  }

  /** How many events were written. */
  long count() {
    return count;
  }

  /** Behind is how many records the topic has that were not fetched yet. */
  void show(long behind) {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    screen.progress(
        "%s events, %s/s%s, %s to go"
            .formatted(
                HumanNumbers.grouped(count),
                HumanNumbers.grouped(Math.round(count / seconds)),
                count == 0 ? "" : ", up to " + Instant.ofEpochMilli(newestMillis),
                HumanNumbers.grouped(behind)));
  }
}
