package dev.kilter.job.kafka;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits transactions, and says in the log what is lost with one that Kafka no longer has. To fail
 * would not bring it back: it is of a checkpoint that is complete, and the next try would fail,
 * too.
 */
@SuppressWarnings("try") // that close() may throw anything is the interface's
final class WatchedCommitter implements Committer<KafkaCommittable> {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedCommitter.class);

  private final Committer<KafkaCommittable> kafka;
  private final String topic;

  WatchedCommitter(Committer<KafkaCommittable> kafka, String topic) {
    this.kafka = kafka;
    this.topic = topic;
  }

  @Override
  public void commit(Collection<CommitRequest<KafkaCommittable>> requests)
      throws IOException, InterruptedException {
    List<CommitRequest<KafkaCommittable>> watched = new ArrayList<>();
    requests.forEach(request -> watched.add(new Watched(request, topic)));
    kafka.commit(watched);
  }

  @Override
  public void close() throws Exception {
    kafka.close();
  }

  /** One transaction that is to be committed. */
  private record Watched(CommitRequest<KafkaCommittable> request, String topic)
      implements CommitRequest<KafkaCommittable> {

    @Override
    public KafkaCommittable getCommittable() {
      return request.getCommittable();
    }

    @Override
    public int getNumberOfRetries() {
      return request.getNumberOfRetries();
    }

    @Override
    public void signalFailedWithKnownReason(Throwable reason) {
      LOG.error(
          "LOST: what was told to topic {} in transaction {} since the checkpoint before is never"
              + " seen by those who read what is committed. Kafka had ended the transaction before"
              + " it was committed: no checkpoint was completed for longer than the"
              + " transaction-timeout, or another pipeline has the same delivery.prefix. kilter"
              + " replay makes these records again from the events.",
          topic,
          getCommittable().getTransactionalId(),
          reason);
      request.signalFailedWithKnownReason(reason);
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
      request.signalFailedWithUnknownReason(reason);
    }

    @Override
    public void retryLater() {
      request.retryLater();
    }

    @Override
    public void updateAndRetryLater(KafkaCommittable committable) {
      request.updateAndRetryLater(committable);
    }

    @Override
    public void signalAlreadyCommitted() {
      request.signalAlreadyCommitted();
    }

    @Override
    public String toString() {
      return getCommittable().getTransactionalId() + " of topic " + topic;
    }
  }
}
