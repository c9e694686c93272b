package dev.kilter.tools.tail;

import dev.kilter.tools.record.TimeMerge;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads partitions from given places on. What is there already comes in the order of its times,
 * across partitions and topics; what comes later, as it comes.
 */
final class Following {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long MOST_BYTES = 64L << 20;

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends;
  private final Set<TopicPartition> partitions;
  private final TimeMerge merge;

  /**
   * Follows these partitions.
   *
   * @param starts the offset to begin with in each
   * @param ends the offset to stop before in each; empty: there is no end
   */
  Following(
      Consumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> starts,
      Map<TopicPartition, Long> ends) {
    this.consumer = consumer;
    this.ends = Map.copyOf(ends);
    this.partitions = new HashSet<>(starts.keySet());
    this.merge = new TimeMerge(partitions, MOST_BYTES / partitions.size());
    consumer.assign(partitions);
    starts.forEach(consumer::seek);
  }

  /** Hands on what has come, and waits a moment for it where nothing has. */
  void poll(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> receiver) {
    ConsumerRecords<byte[], byte[]> come = consumer.poll(POLL);
    come.forEach(this::take);
    // Without an end, a partition that cannot be read for now must not hold back the others.
    boolean waits = !come.isEmpty() || !ends.isEmpty();
    for (var record = merge.next(partition -> waits && mayGetMore(partition));
        record.isPresent();
        record = merge.next(partition -> waits && mayGetMore(partition))) {
      receiver.accept(record.get());
    }
    pauseTheFull();
  }

  /**
   * Follows those of these partitions, too, that it does not know yet, from their beginning. With
   * an end there are none: it was set before them.
   */
  void include(Collection<TopicPartition> known) {
    if (!ends.isEmpty()) {
      return;
    }
    List<TopicPartition> added = known.stream().filter(partitions::add).toList();
    if (added.isEmpty()) {
      return;
    }
    added.forEach(merge::cover);
    consumer.assign(partitions);
    consumer.seekToBeginning(added);
  }

  /** Whether all was handed on up to the end, if there is one. */
  boolean isDone() {
    return !ends.isEmpty() && merge.isEmpty() && partitions.stream().allMatch(this::isAtEnd);
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    Long end = ends.get(new TopicPartition(record.topic(), record.partition()));
    if (end == null || record.offset() < end) {
      merge.add(record);
    }
  }

  private boolean mayGetMore(TopicPartition partition) {
    return !isAtEnd(partition) && consumer.currentLag(partition).orElse(1) > 0;
  }

  private boolean isAtEnd(TopicPartition partition) {
    Long end = ends.get(partition);
    return end != null && consumer.position(partition) >= end;
  }

  private void pauseTheFull() {
    consumer.resume(consumer.paused());
    consumer.pause(
        partitions.stream()
            .filter(partition -> merge.isFull(partition) || isAtEnd(partition))
            .toList());
  }
}
