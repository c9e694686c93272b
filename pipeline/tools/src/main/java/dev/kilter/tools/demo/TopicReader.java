package dev.kilter.tools.demo;

import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.messages.RecordFields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic of one partition from its beginning on.
 *
 * @param <T> what its messages are
 */
final class TopicReader<T> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Function<JsonFields, T> parser;
  private final Consumer<T> receiver;
  private SideTask reading;
  private volatile long position;

  /** The receiver is called from a thread of this reader's. */
  TopicReader(
      String bootstrap, String topic, Function<JsonFields, T> parser, Consumer<T> receiver) {
    this.parser = parser;
    this.receiver = receiver;
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(List.of(new TopicPartition(topic, 0)));
  }

  void start() {
    reading = SideTask.start(this::read);
  }

  /** Whether everything before this offset has been received; fails if reading has. */
  boolean hasPassed(long offset) throws ExecutionException, InterruptedException {
    reading.check();
    return position >= offset;
  }

  @Override
  public void close() {
    reading.close();
  }

  private Void read() {
    try (consumer) {
      while (!Thread.currentThread().isInterrupted()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          receiver.accept(parser.apply(RecordFields.of(record)));
          position = record.offset() + 1;
        }
      }
    }
    return null;
  }
}
