package dev.kilter.tools.notify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a group begins that has never read the topic, and whether others are in it. */
final class GroupStart {
  private static final Logger LOG = LoggerFactory.getLogger(GroupStart.class);

  private GroupStart() {}

  /**
   * Makes sure that it is known where the group goes on.
   *
   * @param starts where it begins if it has never read any of the partitions
   */
  static void ensure(
      Consumer<byte[], byte[]> consumer,
      Set<TopicPartition> partitions,
      Supplier<Map<TopicPartition, Long>> starts) {
    if (consumer.committed(partitions).values().stream().allMatch(Objects::isNull)) {
      begin(consumer, starts.get());
    }
  }

  /**
   * Notes where the group begins, at once: were it noted only with the first delivery, what comes
   * until then would be lost when the process ends before.
   */
  private static void begin(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> starts) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    starts.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
    try {
      consumer.assign(starts.keySet());
      consumer.commitSync(offsets);
    } catch (CommitFailedException e) {
      LOG.info("another run of the group has begun at the same moment", e);
    } finally {
      consumer.unsubscribe();
    }
  }

  /** How many are in the group; none where the broker does not say. */
  static int members(Admin admin, String group) throws InterruptedException {
    try {
      return admin
          .describeConsumerGroups(List.of(group))
          .describedGroups()
          .get(group)
          .get()
          .members()
          .size();
    } catch (ExecutionException e) {
      LOG.debug("nothing is known of group {}", group, e);
      return 0;
    }
  }
}
