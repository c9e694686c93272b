package dev.kilter.tools.record;

import dev.kilter.UserError;
import dev.kilter.tools.recording.RecordingHeader;
import dev.kilter.tools.recording.UnfinishedRecording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** The offsets of one topic: which it has now, and which a bound means. */
public final class TopicOffsets {
  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final List<TopicPartition> partitions;

  /** The offsets of a topic with so many partitions. */
  public TopicOffsets(Consumer<byte[], byte[]> consumer, String topic, int partitions) {
    this.consumer = consumer;
    this.topic = topic;
    this.partitions =
        IntStream.range(0, partitions)
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .toList();
  }

  /**
   * Where a new recording begins.
   *
   * @throws UserError if the topic does not have the offset, any more or yet
   */
  public Map<TopicPartition, Long> starts(TopicBound from) {
    Map<TopicPartition, Long> starts = resolve(from, new TopicBound.Earliest());
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    starts.forEach(
        (partition, offset) -> {
          if (offset < begins.get(partition) || offset > ends.get(partition)) {
            throw new UserError(
                "Partition %d of topic %s has offsets %d to %d, not %d; begin with one of them."
                    .formatted(
                        partition.partition(),
                        topic,
                        begins.get(partition),
                        ends.get(partition),
                        offset));
          }
        });
    return starts;
  }

  /**
   * Where a recording goes on. A partition the topic did not have is recorded from its beginning.
   *
   * @throws UserError if records have been deleted in between, or the topic is another by now
   */
  Map<TopicPartition, Long> starts(UnfinishedRecording recording) {
    RecordingHeader header = recording.header();
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> starts = new HashMap<>();
    for (TopicPartition partition : partitions) {
      int number = partition.partition();
      long begin = begins.get(partition);
      long first = header.starts().getOrDefault(number, begin);
      long next = recording.next().getOrDefault(number, first);
      if (next < begin || next > ends.get(partition)) {
        throw new UserError(
            "The recording goes on at offset %d of partition %d, but topic %s has %d to %d there; begin a new recording."
                .formatted(next, number, topic, begin, ends.get(partition)));
      }
      starts.put(partition, next);
    }
    return starts;
  }

  /** Where a bound is now, and the end of the topic where it says nothing. */
  public Map<TopicPartition, Long> of(TopicBound bound) {
    return resolve(bound, new TopicBound.Latest());
  }

  private Map<TopicPartition, Long> resolve(TopicBound bound, TopicBound others) {
    if (bound instanceof TopicBound.Earliest) {
      return consumer.beginningOffsets(partitions);
    }
    if (bound instanceof TopicBound.Latest) {
      return consumer.endOffsets(partitions);
    }
    if (bound instanceof TopicBound.AtTime at) {
      return atTime(at.time().toEpochMilli());
    }
    if (bound instanceof TopicBound.AtOffset at) {
      return partitions.stream().collect(Collectors.toMap(any -> any, any -> at.offset()));
    }
    Map<TopicPartition, Long> offsets = new HashMap<>(resolve(others, others));
    ((TopicBound.AtOffsets) bound).offsets().forEach((number, at) -> put(offsets, number, at));
    return offsets;
  }

  private void put(Map<TopicPartition, Long> offsets, int number, long offset) {
    TopicPartition partition = new TopicPartition(topic, number);
    Set<TopicPartition> known = offsets.keySet();
    if (!known.contains(partition)) {
      throw new UserError(
          "Topic %s has partitions 0 to %d, not %d.".formatted(topic, known.size() - 1, number));
    }
    offsets.put(partition, offset);
  }

  private Map<TopicPartition, Long> atTime(long millis) {
    long timeMillis = Math.max(0, millis);
    Map<TopicPartition, Long> times =
        partitions.stream().collect(Collectors.toMap(any -> any, any -> timeMillis));
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (Map.Entry<TopicPartition, OffsetAndTimestamp> found :
        consumer.offsetsForTimes(times).entrySet()) {
      long end = ends.get(found.getKey());
      offsets.put(found.getKey(), found.getValue() == null ? end : found.getValue().offset());
    }
    return offsets;
  }
}
