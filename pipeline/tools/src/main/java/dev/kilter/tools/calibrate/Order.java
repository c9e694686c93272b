package dev.kilter.tools.calibrate;

import dev.kilter.UserError;
import dev.kilter.event.EntityPattern;
import dev.kilter.onnx.DraftContract;
import dev.kilter.tools.replay.RecordedFiles;
import java.nio.file.Path;

/**
 * What is to be calibrated, on what, and how.
 *
 * @param bundle the bundle's folder
 * @param to where the calibrated one goes, or null
 * @param normal the data
 * @param wishes how
 */
record Order(Path bundle, Path to, Normal normal, Wishes wishes) {

  /**
   * The data of normal running.
   *
   * @param files the recordings
   * @param pipeline the pipeline file that says how they are read, or null
   * @param entities whose data
   * @param parallelism tasks side by side
   */
  record Normal(RecordedFiles files, Path pipeline, EntityPattern entities, int parallelism) {}

  /**
   * What the user may choose.
   *
   * @param heldOut the share of the data that quantiles are measured on
   * @param smoothing the weight of the newest score, or null: as the contract has it
   * @param scaling whether scaling is measured even where there is one
   */
  record Wishes(double heldOut, Double smoothing, boolean scaling) {

    /** Whether scaling is measured. */
    boolean measuresScaling(DraftContract contract) {
      return scaling || contract.lacksScaling();
    }

    /**
     * Refuses what contradicts the bundle.
     *
     * @throws UserError saying what does
     */
    void check(BundleDraft draft, Target target) {
      if (scaling && draft.contract().givesErrors() && !draft.contract().scales()) {
        throw new UserError(
            "--scaling: the network of "
                + draft.folder()
                + " gives errors and scales by itself; there is no scaling to measure.");
      }
      if (scaling && draft.golden() != null && target.folder().equals(draft.folder())) {
        throw new UserError(
            "--scaling: "
                + draft.folder().resolve("golden.json")
                + " was made with the scaling there is and would not be met with another; write to"
                + " another folder with --to, where it is made anew.");
      }
    }

    DraftContract smoothed(DraftContract contract) {
      return smoothing == null ? contract : contract.smoothed(smoothing);
    }

    /** Golden outputs that were made with another scaling would not be met. */
    byte[] keptGolden(BundleDraft draft) {
      return scaling ? null : draft.golden();
    }
  }
}
