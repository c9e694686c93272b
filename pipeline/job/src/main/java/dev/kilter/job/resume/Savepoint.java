package dev.kilter.job.resume;

import dev.kilter.job.restore.SavedMetadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;

/**
 * What a savepoint, or a checkpoint that was kept, says of itself: read from its metadata, and from
 * its state no more than the facts of its pipeline file.
 *
 * @param place where it lies
 * @param facts the pipeline file that it was made under, or null where it does not say
 * @param form the form of the state of entities
 * @param maxParallelism into how many parts entities are divided at most; 0 where it does not say
 */
public record Savepoint(String place, PipelineFacts facts, StateForm form, int maxParallelism) {

  /**
   * Reads it.
   *
   * @param place its folder or its metadata file, a path or a URI
   * @throws IOException when there is none, or it cannot be read
   */
  public static Savepoint read(String place) throws IOException {
    return of(place, SavedMetadata.read(place).content());
  }

  private static Savepoint of(String place, CheckpointMetadata metadata) throws IOException {
    PipelineFacts facts = null;
    int maxParallelism = 0;
    List<KeyedStateHandle> keyed = new ArrayList<>();
    for (OperatorState operator : metadata.getOperatorStates()) {
      for (OperatorSubtaskState task : operator.getStates()) {
        keyed.addAll(task.getManagedKeyedState());
        PipelineFacts found = facts(task);
        if (found != null) {
          facts = found;
          maxParallelism = operator.getMaxParallelism();
        }
      }
    }
    return new Savepoint(place, facts, StateForm.of(keyed), maxParallelism);
  }

  private static PipelineFacts facts(OperatorSubtaskState task) throws IOException {
    for (OperatorStateHandle handle : task.getManagedOperatorState()) {
      PipelineFacts found = KeptFacts.find(handle);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
