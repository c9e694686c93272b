package dev.kilter.tools.record;

import dev.kilter.UserError;
import dev.kilter.tools.recording.RecordedEvent;
import dev.kilter.tools.recording.RecordedHeader;
import dev.kilter.tools.recording.RecordingWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;

/** Writes the records of a topic to a recording until its end is reached or it is interrupted. */
final class TopicRecorder {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long MOST_BYTES = 64L << 20;
  private static final long BEAT_NANOS = 1_000_000_000L;

  private final Consumer<byte[], byte[]> consumer;
  private final StopLine stop;
  private final RecordingWriter writer;
  private final RecordProgress progress;
  private final Set<TopicPartition> partitions;
  private final TimeMerge merge;
  private long lastBeatNanos = System.nanoTime();

  /** The consumer is to be assigned the partitions, each at the offset to begin with. */
  TopicRecorder(
      Consumer<byte[], byte[]> consumer,
      StopLine stop,
      RecordingWriter writer,
      RecordProgress progress) {
    this.consumer = consumer;
    this.stop = stop;
    this.writer = writer;
    this.progress = progress;
    this.partitions = Set.copyOf(consumer.assignment());
    this.merge = new TimeMerge(partitions, MOST_BYTES / partitions.size());
  }

  /** Assigns partitions to a consumer, each at an offset. */
  static void assign(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> starts) {
    consumer.assign(starts.keySet());
    starts.forEach(consumer::seek);
  }

  /** Returns whether the end was reached; else this thread was interrupted. */
  boolean run() {
    try {
      stop.refresh();
      while (!isDone()) {
        consumer.poll(POLL).forEach(this::take);
        writeCertain();
        beat();
      }
      return true;
    } catch (InterruptException e) {
      return false;
    } catch (InvalidOffsetException e) {
      throw new UserError(
          "The topic has deleted records faster than they were recorded: " + e.getMessage(), e);
    } finally {
      writer.flush();
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (!stop.excludes(record)) {
      merge.add(record);
    }
  }

  private void writeCertain() {
    for (var record = merge.next(this::mayGetMore);
        record.isPresent();
        record = merge.next(this::mayGetMore)) {
      writer.write(recorded(record.get()));
      progress.written(record.get().timestamp());
    }
    consumer.resume(consumer.paused());
    List<TopicPartition> enough = partitions.stream().filter(this::hasEnough).toList();
    consumer.pause(enough);
  }

  private boolean hasEnough(TopicPartition partition) {
    return merge.isFull(partition) || stop.isReached(partition, consumer.position(partition));
  }

  private boolean mayGetMore(TopicPartition partition) {
    return !stop.isReached(partition, consumer.position(partition))
        && consumer.currentLag(partition).orElse(1) > 0;
  }

  private boolean isDone() {
    return merge.isEmpty()
        && partitions.stream()
            .allMatch(partition -> stop.isReached(partition, consumer.position(partition)));
  }

  private void beat() {
    if (System.nanoTime() - lastBeatNanos < BEAT_NANOS) {
      return;
    }
    lastBeatNanos = System.nanoTime();
    writer.flush();
    stop.refresh();
    progress.show(partitions.stream().mapToLong(each -> consumer.currentLag(each).orElse(0)).sum());
  }

  private static RecordedEvent recorded(ConsumerRecord<byte[], byte[]> record) {
    List<RecordedHeader> headers = new ArrayList<>();
    for (Header header : record.headers()) {
      headers.add(new RecordedHeader(header.key(), header.value()));
    }
    return new RecordedEvent(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        record.key(),
        headers,
        record.value());
  }
}
