package dev.kilter.tools.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic of one partition, as those see it who read only what is committed. */
final class CommittedTopic implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration BEAT = Duration.ofMillis(100);

  private final TopicPartition partition;
  private final KafkaConsumer<byte[], byte[]> committed;
  private final KafkaConsumer<byte[], byte[]> all;
  private final List<String> found = new ArrayList<>();

  CommittedTopic(PipelineTopics topics, String name) {
    this.partition = new TopicPartition(topics.prefix() + "-" + name, 0);
    this.committed = consumer(topics, "read_committed");
    this.all = consumer(topics, "read_uncommitted");
    committed.assign(List.of(partition));
    all.assign(List.of(partition));
  }

  /** Waits for so many records, and reads what else is committed behind them. */
  List<String> read(int least) {
    await(() -> found.size() >= least && position() >= end(committed), least + " records");
    return List.copyOf(found);
  }

  /** Waits until no transaction is open any more, whatever its end was, and reads all. */
  List<String> readToTheEnd() {
    await(() -> position() >= end(all), "the end");
    return List.copyOf(found);
  }

  /** Reads on until something else is there. */
  void await(BooleanSupplier there, String what) {
    long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > deadlineNanos) {
        throw new AssertionError(partition + " has " + found.size() + " records, not yet " + what);
      }
      committed.poll(BEAT).forEach(record -> found.add(RecordTexts.text(record.value())));
    }
  }

  private long position() {
    return committed.position(partition);
  }

  private long end(KafkaConsumer<byte[], byte[]> reader) {
    return reader.endOffsets(List.of(partition)).get(partition);
  }

  private static KafkaConsumer<byte[], byte[]> consumer(PipelineTopics topics, String isolation) {
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers",
            topics.broker().bootstrap(),
            "auto.offset.reset",
            "earliest",
            "isolation.level",
            isolation);
    return new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    committed.close();
    all.close();
  }
}
