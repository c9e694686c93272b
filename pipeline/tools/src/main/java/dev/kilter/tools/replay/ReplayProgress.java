package dev.kilter.tools.replay;

import dev.kilter.tools.Screen;
import dev.kilter.tools.demo.HumanNumbers;
import java.time.Duration;

/** Tells a person how far a replay has come, how fast it is and how long it will take. */
final class ReplayProgress {
  private static final long BEAT_NANOS = 500_000_000L;

  private final Screen screen;
  private final long startNanos = System.nanoTime();
  private long lastBeatNanos = startNanos;
  private long count;

  ReplayProgress(Screen screen) {
    this.screen = screen;
  }

  /** Counts an event; share is how much of the input has been read. */
  void sent(double share) {
    count++;
    long now = System.nanoTime();
    if (now - lastBeatNanos >= BEAT_NANOS) {
      lastBeatNanos = now;
      screen.progress(text(share, (now - startNanos) / 1e9));
    }
  }

  /** What there is to say in the end. */
  String total() {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    return "%s events replayed in %s, %s/s."
        .formatted(HumanNumbers.grouped(count), length(seconds), rate(seconds));
  }

  private String text(double share, double seconds) {
    String left = share > 0 ? ", " + length(seconds * (1 - share) / share) + " left" : "";
    return "%d %%  %s events, %s/s%s"
        .formatted((int) (100 * share), HumanNumbers.grouped(count), rate(seconds), left);
  }

  private String rate(double seconds) {
    return HumanNumbers.grouped(Math.round(count / seconds));
  }

  private static String length(double seconds) {
    return HumanNumbers.length(Duration.ofSeconds(Math.round(seconds)));
  }
}
