package dev.kilter.bench.latency;

/**
 * What was measured at one lateness.
 *
 * @param maxLatenessMillis the pipeline file's {@code max-lateness}; it is taken off
 * @param eventsPerSecond at which rate
 * @param seconds for how long
 * @param millis from an event's append to its alert's
 */
public record LatencyLine(
    long maxLatenessMillis, long eventsPerSecond, long seconds, Latencies millis) {
  private static final String FORMAT = "%-13s %10s  %8s  %7s %7s %7s%n";

  static String title() {
    return FORMAT.formatted("max-lateness", "events/s", "alerts", "p50 ms", "p99 ms", "most ms");
  }

  String text() {
    return FORMAT.formatted(
        maxLatenessMillis / 1_000 + "s",
        "%,d".formatted(eventsPerSecond),
        "%,d".formatted(millis.count()),
        millis.p50(),
        millis.p99(),
        millis.most());
  }
}
