package dev.kilter.tools.pipeline;

import dev.kilter.UserError;
import java.io.IOException;
import org.apache.flink.runtime.state.filesystem.AbstractFsCheckpointStorageAccess;

/** Looks whether there is state to go on from. */
final class RestorePoint {
  private RestorePoint() {}

  /**
   * Finds a savepoint or checkpoint as Flink itself will.
   *
   * @param place its folder or its metadata file, a path or a URI; or null for none
   * @throws UserError when there is none
   */
  static void check(String place) {
    if (place == null) {
      return;
    }
    try {
      AbstractFsCheckpointStorageAccess.resolveCheckpointPointer(place);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          "There is no savepoint or checkpoint at "
              + place
              + ": give --restore the folder that was printed when the pipeline stopped ("
              + e.getMessage()
              + ").",
          e);
    }
  }
}
