package dev.kilter.job.restore;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.CheckpointProperties;

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
    SavedMetadata metadata = SavedMetadata.read(place);
    CheckpointProperties properties = metadata.content().getCheckpointProperties();
    return new SavedState(
        time(metadata.file()),
        properties != null && properties.isSynchronous(),
        CommitterStates.pending(metadata.content()));
  }

  private static Instant time(Path file) throws IOException {
    long millis = file.getFileSystem().getFileStatus(file).getModificationTime();
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
  }
}
