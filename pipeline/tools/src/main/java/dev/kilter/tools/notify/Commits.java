package dev.kilter.tools.notify;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says to Kafka what is done with, and so need not be told by another run. */
final class Commits {
  private static final Logger LOG = LoggerFactory.getLogger(Commits.class);
  private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

  private final Consumer<byte[], byte[]> consumer;
  private final OffsetLedger ledger;
  private long nextNanos = System.nanoTime();

  Commits(Consumer<byte[], byte[]> consumer, OffsetLedger ledger) {
    this.consumer = consumer;
    this.ledger = ledger;
  }

  /** Commits when the last time is a while ago, or nothing more is going to change. */
  void sometimes(boolean busy) {
    if (!busy || System.nanoTime() >= nextNanos) {
      now();
    }
  }

  /** Commits what has changed. If another run has got the partitions, it tells it again. */
  void now() {
    nextNanos = System.nanoTime() + PAUSE_NANOS;
    Map<TopicPartition, OffsetAndMetadata> offsets = ledger.toCommit();
    if (offsets.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(offsets);
      ledger.committed(offsets);
    } catch (CommitFailedException | RebalanceInProgressException e) {
      LOG.info("not committed: {}", offsets, e);
    }
  }
}
