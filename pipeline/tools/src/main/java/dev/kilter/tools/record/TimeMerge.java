package dev.kilter.tools.record;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Merges the partitions of a topic by time: a record goes on once every other partition has shown
 * its next one or has none. What is held is bounded, since a partition that is far ahead is to be
 * fetched no more.
 */
public final class TimeMerge {
  private static final Comparator<ConsumerRecord<?, ?>> BY_TIME =
      Comparator.<ConsumerRecord<?, ?>>comparingLong(ConsumerRecord::timestamp)
          .thenComparing(ConsumerRecord::topic)
          .thenComparing(ConsumerRecord::partition);
  private static final int RECORD_BYTES = 200;

  private final Map<TopicPartition, Held> held = new HashMap<>();
  private final long mostBytes;

  /** Most is how many bytes of one partition are held before it is full. */
  public TimeMerge(Collection<TopicPartition> partitions, long mostBytes) {
    partitions.forEach(this::cover);
    this.mostBytes = mostBytes;
  }

  /** Merges this partition too, if it is a new one. */
  public void cover(TopicPartition partition) {
    held.putIfAbsent(partition, new Held());
  }

  /** Takes the next record of one of the partitions. */
  public void add(ConsumerRecord<byte[], byte[]> record) {
    Held partition = held.get(new TopicPartition(record.topic(), record.partition()));
    partition.records.add(record);
    partition.bytes += size(record);
  }

  /**
   * The next record by time, if it is certain which one that is.
   *
   * @param mayGetMore whether a partition, none of whose records is held, has more to come
   */
  public Optional<ConsumerRecord<byte[], byte[]>> next(Predicate<TopicPartition> mayGetMore) {
    ConsumerRecord<byte[], byte[]> first = null;
    for (Map.Entry<TopicPartition, Held> entry : held.entrySet()) {
      ConsumerRecord<byte[], byte[]> head = entry.getValue().records.peek();
      if (head == null && mayGetMore.test(entry.getKey())) {
        return Optional.empty();
      }
      first = head != null && (first == null || BY_TIME.compare(head, first) < 0) ? head : first;
    }
    Optional.ofNullable(first).ifPresent(this::remove);
    return Optional.ofNullable(first);
  }

  /** Whether no record is held. */
  public boolean isEmpty() {
    return held.values().stream().allMatch(partition -> partition.records.isEmpty());
  }

  /** Whether a partition holds so much that it is to be fetched no more for now. */
  public boolean isFull(TopicPartition partition) {
    return held.get(partition).bytes > mostBytes;
  }

  private void remove(ConsumerRecord<byte[], byte[]> record) {
    Held partition = held.get(new TopicPartition(record.topic(), record.partition()));
    partition.records.remove();
    partition.bytes -= size(record);
  }

  private static long size(ConsumerRecord<byte[], byte[]> record) {
    return RECORD_BYTES
        + (long) Math.max(0, record.serializedKeySize())
        + Math.max(0, record.serializedValueSize());
  }

  /** What is held of one partition. */
  private static final class Held {
    private final Deque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
    private long bytes;
  }
}
