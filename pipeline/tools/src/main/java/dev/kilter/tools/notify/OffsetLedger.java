package dev.kilter.tools.notify;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which records are done with, and so where another run would have to go on: at the first of a
 * partition that is not.
 */
final class OffsetLedger {
  private final Map<TopicPartition, Course> courses = new HashMap<>();

  /** What was read of one partition. */
  private static final class Course {
    private final TreeSet<Long> open = new TreeSet<>();
    private long next;
    private long committed = -1;

    private long done() {
      return open.isEmpty() ? next : open.first();
    }
  }

  /** Notes that a record was read. */
  void taken(ConsumerRecord<?, ?> record) {
    Course course = courses.computeIfAbsent(partition(record), any -> new Course());
    course.open.add(record.offset());
    course.next = record.offset() + 1;
  }

  /** Notes that a record is done with; of a partition that was forgotten it does not matter. */
  void done(ConsumerRecord<?, ?> record) {
    Course course = courses.get(partition(record));
    if (course != null) {
      course.open.remove(record.offset());
    }
  }

  /** Where to go on in each partition in which that has changed since it was committed. */
  Map<TopicPartition, OffsetAndMetadata> toCommit() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    courses.forEach(
        (partition, course) -> {
          if (course.done() != course.committed) {
            offsets.put(partition, new OffsetAndMetadata(course.done()));
          }
        });
    return offsets;
  }

  /** Notes that this was committed. */
  void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach((partition, offset) -> courses.get(partition).committed = offset.offset());
  }

  /** How many offsets have been read beyond the first that is not done with. */
  long ahead(TopicPartition partition) {
    Course course = courses.get(partition);
    return course == null ? 0 : course.next - course.done();
  }

  /** Whether all that was read is done with. */
  boolean isClear() {
    return courses.values().stream().allMatch(course -> course.open.isEmpty());
  }

  void forget(Collection<TopicPartition> partitions) {
    courses.keySet().removeAll(partitions);
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
