package dev.kilter.job.kafka;

import dev.kilter.UserError;
import dev.kilter.job.config.DeliveryConfig;
import dev.kilter.job.config.Durations;
import dev.kilter.job.config.PipelineConfig;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTxnTimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Looks before the start whether Kafka takes the transactions of a pipeline. */
public final class TransactionCheck {
  private static final String LONGEST = "transaction.max.timeout.ms";

  private final PipelineConfig pipeline;
  private final DeliveryConfig delivery;
  private final KafkaAdmin admin;

  /** A check of what a pipeline file says of delivery. */
  public TransactionCheck(PipelineConfig pipeline) {
    this.pipeline = pipeline;
    this.delivery = pipeline.delivery();
    this.admin = new KafkaAdmin(pipeline.kafka());
  }

  /**
   * Checks them, where there are any.
   *
   * @throws UserError saying why Kafka would refuse them
   */
  public void check() {
    if (delivery.exactlyOnce()) {
      admin.ask(this::longest).ifPresent(this::requireNoLonger);
      tryOne();
    }
  }

  /** The longest that every broker allows; nothing where it may not be asked for. */
  private OptionalLong longest(Admin asked) throws ExecutionException, InterruptedException {
    List<ConfigResource> brokers =
        asked.describeCluster().nodes().get().stream()
            .map(node -> new ConfigResource(ConfigResource.Type.BROKER, node.idString()))
            .toList();
    try {
      return asked.describeConfigs(brokers).all().get().values().stream()
          .mapToLong(broker -> Long.parseLong(broker.get(LONGEST).value()))
          .min();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        return OptionalLong.empty();
      }
      throw e;
    }
  }

  private void requireNoLonger(long longestMillis) {
    if (delivery.transactionTimeout().toMillis() > longestMillis) {
      throw tooLong(LONGEST + " is " + longestMillis + ", which is " + text(longestMillis), null);
    }
  }

  /** Only a producer is told whether it may have transactions, and whether Kafka can keep any. */
  private void tryOne() {
    Properties properties = admin.properties();
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, delivery.prefix("start"));
    properties.put(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) delivery.transactionTimeout().toMillis());
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, KafkaAdmin.PATIENCE.toMillis());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
    } catch (InvalidTxnTimeoutException e) {
      throw tooLong("its " + LONGEST + " is shorter", e);
    } catch (AuthorizationException e) {
      throw refused(
          "does not allow this user to have transactions whose ids begin with "
              + delivery.prefix()
              + " ("
              + e.getMessage()
              + "): give it WRITE and DESCRIBE on these ids",
          e);
    } catch (KafkaException e) {
      throw refused(
          "cannot begin a transaction ("
              + e.getMessage()
              + "): look whether the brokers that keep __transaction_state are up",
          e);
    }
  }

  private UserError tooLong(String why, Throwable cause) {
    return refused(
        "does not allow transactions as long as delivery.transaction-timeout, "
            + text(delivery.transactionTimeout().toMillis())
            + ": "
            + why
            + ". Raise it at the brokers, or lower transaction-timeout, which has to be at least"
            + " checkpoints.interval and longest-outage together",
        cause);
  }

  private UserError refused(String why, Throwable cause) {
    return new UserError("Kafka at " + pipeline.kafka().bootstrap() + " " + why + ".", cause);
  }

  private static String text(long millis) {
    return Durations.text(Duration.ofMillis(millis));
  }
}
