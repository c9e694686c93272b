package dev.kilter.bench.latency;

import dev.kilter.bench.check.WrongScore;
import java.util.Collection;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Times from an event's append to its alert's, in milliseconds.
 *
 * @param p50 half of them are no longer
 * @param p99 of 100 one is longer
 * @param most the longest
 * @param count how many there were
 */
public record Latencies(long p50, long p99, long most, int count) {

  /** Of these; all zero where there are none. */
  static Latencies of(Collection<Long> millis) {
    long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted.length == 0
        ? new Latencies(0, 0, 0, 0)
        : new Latencies(
            at(sorted, 0.5), at(sorted, 0.99), sorted[sorted.length - 1], sorted.length);
  }

  /**
   * Of events with these offsets.
   *
   * @param appended when each event was appended, by its offset; all of them must have an alert
   * @param alerted when each alert was, by the offset of its event
   * @param owedMillis how much of each is allowed lateness, and is taken off
   * @throws WrongScore when an alert is missing
   */
  static Latencies between(Map<Long, Long> appended, Map<Long, Long> alerted, long owedMillis) {
    LongSummaryStatistics missing =
        appended.keySet().stream()
            .filter(offset -> !alerted.containsKey(offset))
            .collect(Collectors.summarizingLong(offset -> offset));
    if (missing.getCount() > 0) {
      throw new WrongScore(
          "no alert has followed from %d of %d odd sequences, the first ends at offset %d"
              .formatted(missing.getCount(), appended.size(), missing.getMin()));
    }
    return of(
        appended.entrySet().stream()
            .map(event -> alerted.get(event.getKey()) - event.getValue() - owedMillis)
            .toList());
  }

  /** The least of which so large a share is no longer. */
  private static long at(long[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
