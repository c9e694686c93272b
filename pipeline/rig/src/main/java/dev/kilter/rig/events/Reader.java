package dev.kilter.rig.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning, only what is committed, on and on. */
public final class Reader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);

  private final String bootstrap;
  private final List<TopicPartition> partitions;
  private final List<Arrival> arrivals = new ArrayList<>();
  private final Thread thread = new Thread(this::read, "reader");
  private volatile boolean closed;
  private volatile KafkaException failure;

  private Reader(String bootstrap, String topic, int partitions) {
    this.bootstrap = bootstrap;
    this.partitions =
        IntStream.range(0, partitions).mapToObj(each -> new TopicPartition(topic, each)).toList();
  }

  /** Begins to read. */
  static Reader start(String bootstrap, String topic, int partitions) {
    Reader reader = new Reader(bootstrap, topic, partitions);
    reader.thread.setDaemon(true);
    reader.thread.start();
    return reader;
  }

  private void read() {
    Properties client = new Properties();
    client.putAll(Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"));
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!closed) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          take(record);
        }
      }
    } catch (KafkaException e) {
      failure = e;
    }
  }

  private synchronized void take(ConsumerRecord<byte[], byte[]> record) {
    arrivals.add(
        new Arrival(text(record.key()), record.value(), headers(record), System.nanoTime()));
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), text(header.value()));
    }
    return headers;
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  /** What has come so far, in the order in which it came. */
  public synchronized List<Arrival> arrivals() {
    if (failure != null) {
      throw new IllegalStateException("a topic could not be read to its end", failure);
    }
    return List.copyOf(arrivals);
  }

  /** How many have come so far. */
  public synchronized int count() {
    return arrivals.size();
  }

  @Override
  public void close() {
    closed = true;
    Ends.await(thread);
  }
}
