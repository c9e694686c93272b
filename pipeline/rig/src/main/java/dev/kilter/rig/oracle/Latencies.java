package dev.kilter.rig.oracle;

import java.time.Duration;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * How long alerts took to come from when the events of their time were sent.
 *
 * @param each in the order in which they came
 */
public record Latencies(List<Latency> each) {
  private static final Duration WINDOW = Duration.ofSeconds(5);
  private static final double ONE_IN_A_HUNDRED = 0.99;

  /**
   * That of one alert.
   *
   * @param atNanos when it came
   * @param tookNanos how long it took
   */
  public record Latency(long atNanos, long tookNanos) {}

  /** Makes sure that nobody changes the list. */
  public Latencies {
    each = List.copyOf(each);
  }

  /**
   * Those of alerts that were told for the first time.
   *
   * @param told the alerts, each once, in the order in which they came
   * @param sentNanos when the last event of a time was sent
   */
  public static Latencies of(List<Told> told, LongUnaryOperator sentNanos) {
    return new Latencies(
        told.stream()
            .map(
                alert ->
                    new Latency(
                        alert.nanos(), alert.nanos() - sentNanos.applyAsLong(alert.timeMillis())))
            .toList());
  }

  /** All but one in a hundred of those that came between two times took no longer. */
  public Duration most(long fromNanos, long toNanos) {
    long[] took =
        each.stream()
            .filter(one -> one.atNanos() >= fromNanos && one.atNanos() < toNanos)
            .mapToLong(Latency::tookNanos)
            .sorted()
            .toArray();
    return took.length == 0
        ? Duration.ZERO
        : Duration.ofNanos(took[(int) Math.ceil(took.length * ONE_IN_A_HUNDRED) - 1]);
  }

  /**
   * How long after a time it is until no more than one in a hundred takes longer than is allowed,
   * in any five seconds.
   */
  public Duration until(long fromNanos, Duration allowed) {
    long end = each.isEmpty() ? fromNanos : each.get(each.size() - 1).atNanos() + 1;
    long slow = fromNanos;
    for (long at = fromNanos; at < end; at += WINDOW.toNanos()) {
      if (most(at, at + WINDOW.toNanos()).compareTo(allowed) > 0) {
        slow = Math.min(end, at + WINDOW.toNanos());
      }
    }
    return Duration.ofNanos(slow - fromNanos);
  }
}
