package dev.kilter.tools.record;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Where each partition's recording ends. A time that is still to come has no offset yet: it is
 * looked up once the clock has passed it, or met by the first record that is not before it.
 */
final class StopLine {
  /** What was stamped before the time may arrive after it. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);

  private final Optional<TopicBound> until;
  private final Function<TopicBound, Map<TopicPartition, Long>> lookup;
  private final InstantSource clock;
  private final Map<TopicPartition, Long> stops = new HashMap<>();
  private boolean isLookedUp;

  /** Without a bound it never ends. */
  StopLine(
      Optional<TopicBound> until,
      Function<TopicBound, Map<TopicPartition, Long>> lookup,
      InstantSource clock) {
    this.until = until;
    this.lookup = lookup;
    this.clock = clock;
  }

  /** Looks up what can be known by now. */
  void refresh() {
    if (until.isEmpty() || isLookedUp) {
      return;
    }
    Instant time = until.get().timeOrNull();
    if (time == null || clock.instant().isAfter(time.plus(UNDER_WAY))) {
      lookup.apply(until.get()).forEach(stops::putIfAbsent);
      isLookedUp = true;
    }
  }

  /** Whether this record comes after the end. */
  boolean excludes(ConsumerRecord<?, ?> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    Instant time = until.map(TopicBound::timeOrNull).orElse(null);
    if (time != null && record.timestamp() >= time.toEpochMilli()) {
      stops.merge(partition, record.offset(), Math::min);
    }
    return isReached(partition, record.offset());
  }

  /** Whether a partition need not be read from this position on. */
  boolean isReached(TopicPartition partition, long position) {
    return position >= stops.getOrDefault(partition, Long.MAX_VALUE);
  }
}
