package dev.kilter.job.restore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.core.fs.CloseableRegistry;
import org.apache.flink.core.io.SimpleVersionedSerialization;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.metrics.groups.InternalSinkCommitterMetricGroup;
import org.apache.flink.runtime.state.DefaultOperatorStateBackend;
import org.apache.flink.runtime.state.DefaultOperatorStateBackendBuilder;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.streaming.runtime.operators.sink.committables.CommittableCollectorSerializer;

/** Reads what the committers of Flink's sinks have saved: transactions that are to be committed. */
final class CommitterStates {
  /** As Flink's committer calls its state. */
  private static final ListStateDescriptor<byte[]> STATE =
      new ListStateDescriptor<>(
          "streaming_committer_raw_states", BytePrimitiveArraySerializer.INSTANCE);

  private CommitterStates() {}

  /** All transactions that are pending. */
  static List<PendingTransaction> pending(CheckpointMetadata metadata) throws IOException {
    List<PendingTransaction> found = new ArrayList<>();
    var format =
        new CommittableCollectorSerializer<>(
            new CommittableFormat(found::add),
            0,
            1,
            InternalSinkCommitterMetricGroup.wrap(
                UnregisteredMetricsGroup.createOperatorMetricGroup()));
    for (byte[] saved : saved(metadata)) {
      SimpleVersionedSerialization.readVersionAndDeSerialize(format, saved);
    }
    return found;
  }

  /** Read as Flink itself does when it goes on, so compressed or not. */
  private static List<byte[]> saved(CheckpointMetadata metadata) throws IOException {
    List<byte[]> saved = new ArrayList<>();
    try (CloseableRegistry open = new CloseableRegistry()) {
      DefaultOperatorStateBackend states =
          new DefaultOperatorStateBackendBuilder(
                  CommitterStates.class.getClassLoader(),
                  new ExecutionConfig(),
                  false,
                  handles(metadata),
                  open)
              .build();
      try {
        states.getListState(STATE).get().forEach(saved::add);
      } finally {
        states.dispose();
      }
    } catch (IOException e) {
      throw e;
    } catch (Exception e) { // so the state promises
      throw new IOException("the committers' state cannot be read", e);
    }
    return saved;
  }

  private static List<OperatorStateHandle> handles(CheckpointMetadata metadata) {
    return metadata.getOperatorStates().stream()
        .flatMap(operator -> operator.getStates().stream())
        .flatMap(task -> task.getManagedOperatorState().stream())
        .filter(handle -> handle.getStateNameToPartitionOffsets().containsKey(STATE.getName()))
        .toList();
  }
}
