package dev.kilter.tools.simulate;

import dev.kilter.UserError;
import dev.kilter.tools.record.TopicLookup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Readings as records of a Kafka topic: the key is the entity, the timestamp when it arrived. */
public final class KafkaReadings implements ReadingSink {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaReadings.class);

  private final String topic;
  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  KafkaReadings(String topic, Producer<byte[], byte[]> producer) {
    this.topic = topic;
    this.producer = producer;
  }

  /**
   * Makes sure of broker and topic first, within seconds; an exception says in one sentence what is
   * wrong.
   */
  public static KafkaReadings open(String bootstrap, String topic)
      throws IOException, InterruptedException {
    try {
      requireTopic(bootstrap, topic);
      return new KafkaReadings(topic, producer(bootstrap));
    } catch (KafkaException e) {
      throw new IOException(
          "The broker address " + bootstrap + " cannot be used: " + reason(e) + ".", e);
    }
  }

  @Override
  public void write(Delivery delivery) throws IOException {
    byte[] key = delivery.entity().getBytes(StandardCharsets.UTF_8);
    send(new ProducerRecord<>(topic, null, delivery.atMillis(), key, delivery.value()));
  }

  /** Sends a record as it is; fails if one before it could not be sent. */
  // The callback hears of failures; the future would only say the same again.
  @SuppressWarnings("FutureReturnValueIgnored")
  public void send(ProducerRecord<byte[], byte[]> record) throws IOException {
    failIfSendingFailed();
    producer.send(record, (metadata, exception) -> failure.compareAndSet(null, exception));
  }

  /** Returns once every reading written so far has arrived, or fails. */
  public void flush() throws IOException {
    producer.flush();
    failIfSendingFailed();
  }

  @Override
  public void close() throws IOException {
    producer.close();
    failIfSendingFailed();
  }

  private void failIfSendingFailed() throws IOException {
    Exception cause = failure.get();
    if (cause != null) {
      throw new IOException("Writing to topic " + topic + " failed: " + cause.getMessage(), cause);
    }
  }

  private static void requireTopic(String bootstrap, String topic)
      throws IOException, InterruptedException {
    try {
      int partitions = TopicLookup.partitions(bootstrap, topic);
      LOG.debug("topic {} has {} partitions", topic, partitions);
    } catch (UserError e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Producer<byte[], byte[]> producer(String bootstrap) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", bootstrap, "linger.ms", 20, "batch.size", 1 << 17),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** The innermost reason: Kafka wraps it in a sentence that says nothing. */
  private static String reason(Throwable thrown) {
    return thrown.getCause() == null ? thrown.getMessage() : reason(thrown.getCause());
  }
}
