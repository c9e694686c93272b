package dev.kilter.job.kafka;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.TwoPhaseCommittingStatefulSink.PrecommittingStatefulSinkWriter;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to a topic, and closes without complaint where Kafka has refused a record or does not
 * answer. The task has failed of that by then and is started again; were it told once more while
 * the task is cleared away, Flink would end the whole task manager, with all that others run on it.
 * What was not written is written again: no checkpoint is complete before all of its records are.
 */
@SuppressWarnings("try") // that close() may throw anything is the interface's
final class WatchedWriter<T>
    implements PrecommittingStatefulSinkWriter<T, KafkaWriterState, KafkaCommittable> {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedWriter.class);

  private final PrecommittingStatefulSinkWriter<T, KafkaWriterState, KafkaCommittable> kafka;
  private final String topic;

  WatchedWriter(
      PrecommittingStatefulSinkWriter<T, KafkaWriterState, KafkaCommittable> kafka, String topic) {
    this.kafka = kafka;
    this.topic = topic;
  }

  @Override
  public void write(T element, Context context) throws IOException, InterruptedException {
    kafka.write(element, context);
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    kafka.flush(endOfInput);
  }

  @Override
  public Collection<KafkaCommittable> prepareCommit() throws IOException, InterruptedException {
    return kafka.prepareCommit();
  }

  @Override
  public List<KafkaWriterState> snapshotState(long checkpointId) throws IOException {
    return kafka.snapshotState(checkpointId);
  }

  @Override
  public void close() throws Exception {
    try {
      kafka.close();
    } catch (IOException | KafkaException e) {
      LOG.warn("Kafka has not taken all records of topic {}; they are written again.", topic, e);
    }
  }
}
