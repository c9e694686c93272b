package dev.kilter.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.TwoPhaseCommittingStatefulSink.PrecommittingStatefulSinkWriter;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** A record that Kafka refuses fails the task once, and not again while that is cleared away. */
class WatchedWriterTest {
  private final Refused kafka = new Refused();
  private final WatchedWriter<String> writer = new WatchedWriter<>(kafka, "alerts");

  @Test
  void aRefusedRecordFailsTheCheckpoint() {
    assertThatThrownBy(() -> writer.flush(false)).hasMessage("refused");
  }

  @Test
  void itDoesNotFailTheClosing() throws Exception {
    writer.close();
    assertThat(kafka.closed).isTrue();
  }

  @Test
  void norDoesATransactionOfWhichKafkaDoesNotSayThatItIsEnded() throws Exception {
    kafka.onClose = new TimeoutException("while awaiting EndTxn(false)");
    writer.close();
    assertThat(kafka.closed).isTrue();
  }

  @Test
  void whatElseGoesWrongInClosingIsTold() {
    kafka.onClose = new IllegalStateException("out of memory");
    assertThatThrownBy(writer::close).hasMessage("out of memory");
  }

  @Test
  void allElseIsPassedOn() throws Exception {
    writer.write("a", null);
    assertThat(kafka.written).isEqualTo("a");
    assertThat(writer.prepareCommit()).isSameAs(Refused.COMMITTABLES);
    assertThat(writer.snapshotState(7)).isSameAs(Refused.STATES);
  }

  /** Does as the connector's writer does once a record was refused. */
  @SuppressWarnings("try") // that close() may throw anything is the interface's
  private static final class Refused
      implements PrecommittingStatefulSinkWriter<String, KafkaWriterState, KafkaCommittable> {
    private static final List<KafkaCommittable> COMMITTABLES = List.of();
    private static final List<KafkaWriterState> STATES = List.of();

    private String written;
    private boolean closed;
    private Exception onClose = new IOException("refused");

    @Override
    public void write(String element, Context context) {
      written = element;
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      throw new IOException("refused");
    }

    @Override
    public Collection<KafkaCommittable> prepareCommit() {
      return COMMITTABLES;
    }

    @Override
    public List<KafkaWriterState> snapshotState(long checkpointId) {
      return STATES;
    }

    @Override
    public void close() throws Exception {
      closed = true;
      throw onClose;
    }
  }
}
