package dev.kilter.tools.calibrate;

import dev.kilter.UserError;
import dev.kilter.onnx.DraftContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A bundle that is to be calibrated, as it lies in its folder.
 *
 * @param folder where
 * @param contract its contract, in which what is measured may be missing
 * @param network the network
 * @param golden the golden outputs, or null where there are none yet
 */
record BundleDraft(Path folder, DraftContract contract, byte[] network, byte[] golden) {

  /**
   * Reads a folder.
   *
   * @throws UserError when a file is missing, or something is not filled in that no data tells
   */
  static BundleDraft read(Path folder) {
    byte[] network = file(folder, "model.onnx", "init FILE.onnx --to " + folder);
    byte[] json = file(folder, "model.json", "init " + folder.resolve("model.onnx"));
    DraftContract contract = DraftContract.read(json, folder.toString());
    return new BundleDraft(folder, contract, network, golden(folder));
  }

  /** Whether a pipeline may be using it. */
  boolean finished() {
    return contract.finished() && golden != null;
  }

  private static byte[] file(Path folder, String name, String command) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (NoSuchFileException e) {
      throw new UserError(
          "There is no " + folder.resolve(name) + "; begin with: ./kilter model " + command, e);
    } catch (IOException e) {
      throw new UserError(folder.resolve(name) + " cannot be read: " + e, e);
    }
  }

  private static byte[] golden(Path folder) {
    Path file = folder.resolve("golden.json");
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException none) {
      return null;
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e, e);
    }
  }
}
