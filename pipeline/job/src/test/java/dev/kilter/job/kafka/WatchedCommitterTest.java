package dev.kilter.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchedCommitterTest {
  private final Logger logger = (Logger) LogManager.getLogger(WatchedCommitter.class);
  private final Written written = new Written();

  @BeforeEach
  void listen() {
    written.start();
    logger.addAppender(written);
  }

  @AfterEach
  void stopListening() {
    logger.removeAppender(written);
  }

  @Test
  void aTransactionThatKafkaNoLongerHasIsSaidToBeLostAndStillCountsAsFailed() throws Exception {
    Request request = new Request("p-alerts-0-7");
    new WatchedCommitter(new Fenced(), "alerts").commit(List.of(request));

    assertThat(request.told).containsExactly("failed: fenced");
    assertThat(written.lines).hasSize(1);
    assertThat(written.lines.get(0))
        .startsWith("ERROR LOST: what was told to topic alerts in transaction p-alerts-0-7 ");
  }

  @Test
  void whatMaySucceedNextTimeIsNotSaidToBeLost() throws Exception {
    Request request = new Request("p-alerts-0-7");
    new WatchedCommitter(new Retrying(), "alerts").commit(List.of(request));

    assertThat(request.told).containsExactly("retry");
    assertThat(written.lines).isEmpty();
  }

  /** Does as the connector's committer does with a transaction that is over. */
  private static final class Fenced implements Committer<KafkaCommittable> {
    @Override
    public void commit(Collection<CommitRequest<KafkaCommittable>> requests) {
      requests.forEach(
          request -> request.signalFailedWithKnownReason(new ProducerFencedException("fenced")));
    }

    @Override
    public void close() {}
  }

  /** Does as the connector's committer does with a broker that is busy. */
  private static final class Retrying implements Committer<KafkaCommittable> {
    @Override
    public void commit(Collection<CommitRequest<KafkaCommittable>> requests) {
      requests.forEach(CommitRequest::retryLater);
    }

    @Override
    public void close() {}
  }

  private static final class Request implements Committer.CommitRequest<KafkaCommittable> {
    private final KafkaCommittable committable;
    private final List<String> told = new ArrayList<>();

    private Request(String transaction) {
      this.committable = new KafkaCommittable(1, (short) 0, transaction, null);
    }

    @Override
    public KafkaCommittable getCommittable() {
      return committable;
    }

    @Override
    public int getNumberOfRetries() {
      return 0;
    }

    @Override
    public void signalFailedWithKnownReason(Throwable reason) {
      told.add("failed: " + reason.getMessage());
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
      told.add("failed for whatever reason");
    }

    @Override
    public void retryLater() {
      told.add("retry");
    }

    @Override
    public void updateAndRetryLater(KafkaCommittable other) {
      told.add("retry with another");
    }

    @Override
    public void signalAlreadyCommitted() {
      told.add("committed before");
    }
  }

  /** Keeps what is written to a log. */
  private static final class Written extends AbstractAppender {
    private final List<String> lines = new ArrayList<>();

    private Written() {
      super("written", null, null, true, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      if (event.getLevel().isMoreSpecificThan(Level.WARN)) {
        lines.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
      }
    }
  }
}
