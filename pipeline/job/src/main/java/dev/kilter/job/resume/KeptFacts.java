package dev.kilter.job.resume;

import dev.kilter.UserError;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.core.fs.CloseableRegistry;
import org.apache.flink.runtime.state.DefaultOperatorStateBackendBuilder;
import org.apache.flink.runtime.state.OperatorStateBackend;
import org.apache.flink.runtime.state.OperatorStateHandle;

/** Where facts lie in a savepoint: in a state of the operator that keeps the most. */
public final class KeptFacts {
  private static final String NAME = "pipeline-file";

  private KeptFacts() {}

  /** The state: one task writes it, and every task is told. */
  public static ListStateDescriptor<byte[]> state() {
    return new ListStateDescriptor<>(NAME, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
  }

  /**
   * The facts in the state of a task, or null where there are none.
   *
   * @throws UserError when a newer build wrote what lies beside them
   */
  static PipelineFacts find(OperatorStateHandle task) throws IOException {
    OperatorStateHandle.StateMetaInfo kept = task.getStateNameToPartitionOffsets().get(NAME);
    return kept == null || kept.getOffsets().length == 0 ? null : read(task);
  }

  private static PipelineFacts read(OperatorStateHandle task) throws IOException {
    OperatorStateBackend state = restored(task);
    try {
      byte[] facts = state.getUnionListState(state()).get().iterator().next();
      return FactsJson.read(facts);
    } catch (UserError | IOException e) {
      throw e;
    } catch (Exception e) { // Flink's state promises nothing narrower
      throw new IOException("the facts of the pipeline file cannot be read", e);
    } finally {
      state.dispose();
    }
  }

  private static OperatorStateBackend restored(OperatorStateHandle task) throws IOException {
    return new DefaultOperatorStateBackendBuilder(
            KeptFacts.class.getClassLoader(),
            new ExecutionConfig(),
            false,
            List.of(task),
            new CloseableRegistry())
        .build();
  }
}
