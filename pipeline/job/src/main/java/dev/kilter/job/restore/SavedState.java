package dev.kilter.job.restore;

import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.CheckpointProperties;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.filesystem.AbstractFsCheckpointStorageAccess;
import org.apache.flink.runtime.state.filesystem.FsCompletedCheckpointStorageLocation;

/**
 * A savepoint or checkpoint, as far as it is about transactions.
 *
 * @param time when it was written, in whole seconds
 * @param stopped whether the pipeline was stopped with it, which waits until all is committed
 * @param pending what it is to commit
 */
record SavedState(Instant time, boolean stopped, List<PendingTransaction> pending) {

  /**
   * Reads it.
   *
   * @param place its folder or its metadata file, a path or a URI
   * @throws IOException when it is not there or cannot be read from here
   */
  static SavedState read(String place) throws IOException {
    FsCompletedCheckpointStorageLocation location =
        AbstractFsCheckpointStorageAccess.resolveCheckpointPointer(place);
    CheckpointMetadata metadata = metadata(location);
    CheckpointProperties properties = metadata.getCheckpointProperties();
    return new SavedState(
        time(location.getMetadataHandle().getFilePath()),
        properties != null && properties.isSynchronous(),
        CommitterStates.pending(metadata));
  }

  private static CheckpointMetadata metadata(FsCompletedCheckpointStorageLocation location)
      throws IOException {
    try (DataInputStream in = new DataInputStream(location.getMetadataHandle().openInputStream())) {
      return Checkpoints.loadCheckpointMetadata(
          in, SavedState.class.getClassLoader(), location.getExternalPointer());
    }
  }

  private static Instant time(Path file) throws IOException {
    long millis = file.getFileSystem().getFileStatus(file).getModificationTime();
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
  }
}
