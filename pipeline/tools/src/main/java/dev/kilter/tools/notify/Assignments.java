package dev.kilter.tools.notify;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Takes over partitions from other runs of the group and hands them on. What a receiver has to know
 * is read from the topic itself: it has all there is to know as long as it keeps it, and cannot
 * disagree with it.
 */
final class Assignments implements ConsumerRebalanceListener {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final NotifyParts parts;

  Assignments(Consumer<byte[], byte[]> consumer, NotifyParts parts) {
    this.consumer = consumer;
    this.parts = parts;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (parts.receiver().remembers() && !partitions.isEmpty()) {
      Map<TopicPartition, Long> begins = new HashMap<>();
      partitions.forEach(partition -> begins.put(partition, consumer.position(partition)));
      parts.history().read(begins, parts.inbox()::remember);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    try {
      parts.deliveries().settle(PATIENCE);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    parts.commits().now();
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    parts.deliveries().forget(partitions);
    parts.books().ledger().forget(partitions);
    parts.receiver().forget(partitions);
  }
}
