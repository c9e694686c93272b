package dev.kilter.job.restore;

import java.io.DataInputStream;
import java.io.IOException;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.filesystem.AbstractFsCheckpointStorageAccess;
import org.apache.flink.runtime.state.filesystem.FsCompletedCheckpointStorageLocation;

/**
 * The metadata of a savepoint, or of a checkpoint that was kept.
 *
 * @param file where it lies
 * @param content what it says
 */
public record SavedMetadata(Path file, CheckpointMetadata content) {

  /**
   * Reads it.
   *
   * @param place its folder or its metadata file, a path or a URI
   * @throws IOException when there is none, or it cannot be read from here
   */
  public static SavedMetadata read(String place) throws IOException {
    FsCompletedCheckpointStorageLocation location =
        AbstractFsCheckpointStorageAccess.resolveCheckpointPointer(place);
    try (DataInputStream in = new DataInputStream(location.getMetadataHandle().openInputStream())) {
      return new SavedMetadata(
          location.getMetadataHandle().getFilePath(),
          Checkpoints.loadCheckpointMetadata(
              in, SavedMetadata.class.getClassLoader(), location.getExternalPointer()));
    }
  }
}
