package dev.kilter.tools.pipeline;

import dev.kilter.UserError;
import dev.kilter.job.config.CheckpointConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks whether state can be kept where a pipeline file says, if that is on this machine. */
final class CheckpointFolder {
  private CheckpointFolder() {}

  /**
   * Makes the folder if it is not there.
   *
   * @throws UserError when nothing can be written there
   */
  static void check(CheckpointConfig checkpoints) {
    String directory = checkpoints.directory();
    if (directory == null || !directory.startsWith("file:")) {
      return;
    }
    Path folder = Path.of(URI.create(directory).getPath());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
    if (!Files.isWritable(folder)) {
      throw unusable(folder, null);
    }
  }

  private static UserError unusable(Path folder, IOException cause) {
    return new UserError(
        "Nothing can be written to "
            + folder
            + ": correct checkpoints.dir in the pipeline file, or make the folder writable.",
        cause);
  }
}
