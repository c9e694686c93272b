package dev.kilter.bench.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads alerts as they come, and keeps when the broker appended each. */
final class AlertsTopic implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Long, Long> appendMillis = new ConcurrentHashMap<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String offsets;
  private final Thread reading;
  private volatile long newest;
  private volatile boolean closed;

  AlertsTopic(String bootstrap, String topic, String eventsTopic) {
    offsets = "/evidence/offsets/" + eventsTopic + "-0/1";
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(List.of(new TopicPartition(topic, 0)));
    reading = new Thread(this::read, "alerts");
    reading.start();
  }

  /**
   * When the broker first appended the alert that follows from an event, by the event's offset.
   *
   * @throws IllegalStateException when the topic could not be read
   */
  Map<Long, Long> appendMillis() {
    if (failure.get() != null) {
      throw new IllegalStateException("the alerts cannot be read", failure.get());
    }
    return appendMillis;
  }

  /** The offset of the newest event that an alert followed from. */
  long newest() {
    return newest;
  }

  private void read() {
    try (consumer) {
      while (!closed) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          take(record);
        }
      }
    } catch (IOException | RuntimeException e) {
      failure.set(e);
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) throws IOException {
    JsonNode event = JSON.readTree(record.value()).at(offsets);
    if (!event.isNumber()) {
      throw new IllegalStateException("an alert does not say which event it follows from");
    }
    appendMillis.putIfAbsent(event.asLong(), record.timestamp());
    newest = Math.max(newest, event.asLong());
  }

  @Override
  public void close() {
    closed = true;
    try {
      reading.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
