package dev.kilter.tools.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Where a topic ends, and how far a consumer group has come in it. */
final class TopicPositions implements AutoCloseable {
  private final Admin admin;
  private final String topic;
  private final int partitions;

  TopicPositions(String bootstrap, String topic, int partitions) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    this.topic = topic;
    this.partitions = partitions;
  }

  /** By partition, the offset that the next record will have. */
  Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked =
        IntStream.range(0, partitions)
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(asked)
        .all()
        .get()
        .forEach((partition, found) -> ends.put(partition, found.offset()));
    return ends;
  }

  /** By partition, the offset that the group has committed; absent where it has not yet. */
  Map<TopicPartition, Long> committed(String group)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> found =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, Long> committed = new HashMap<>();
    found.forEach(
        (partition, offset) -> {
          if (offset != null && partition.topic().equals(topic)) {
            committed.put(partition, offset.offset());
          }
        });
    return committed;
  }

  @Override
  public void close() {
    admin.close();
  }
}
