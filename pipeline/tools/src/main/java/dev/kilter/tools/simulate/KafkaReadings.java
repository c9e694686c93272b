package dev.kilter.tools.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Readings as records of a Kafka topic: the key is the entity, the timestamp the event time. */
public final class KafkaReadings implements ReadingSink {
  private static final int LONGEST_CHECK_MILLIS = 4_000;

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

  // The callback hears of failures; the future would only say the same again.
  @SuppressWarnings("FutureReturnValueIgnored")
  @Override
  public void write(Reading reading) throws IOException {
    failIfSendingFailed();
    byte[] key = reading.entity().getBytes(StandardCharsets.UTF_8);
    producer.send(
        new ProducerRecord<>(topic, null, reading.timeMillis(), key, ReadingJson.encode(reading)),
        (metadata, exception) -> failure.compareAndSet(null, exception));
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
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", bootstrap,
            "request.timeout.ms", LONGEST_CHECK_MILLIS,
            "default.api.timeout.ms", LONGEST_CHECK_MILLIS);
    try (Admin admin = Admin.create(config)) {
      admin.describeTopics(List.of(topic)).allTopicNames().get();
    } catch (ExecutionException e) {
      throw new IOException(
          e.getCause() instanceof UnknownTopicOrPartitionException
              ? "There is no topic " + topic + " at " + bootstrap + "; create it first."
              : "No Kafka broker answers at " + bootstrap + ".",
          e);
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
