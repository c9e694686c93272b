package dev.kilter.tools.calibrate;

import dev.kilter.UserError;
import dev.kilter.onnx.BundleName;
import dev.kilter.onnx.DraftContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a calibrated bundle goes: a draft is finished where it is, a finished one becomes a new
 * version, and nothing finished is ever written over.
 *
 * @param folder the folder
 * @param contract the contract, with the name and version it has there
 */
record Target(Path folder, DraftContract contract) {
  private static final Pattern NUMBERED = Pattern.compile("(v?)(\\d{1,9})");

  /**
   * Chooses the folder.
   *
   * @param to where the user wants it, or null
   * @throws UserError when a finished bundle would be written over, or nothing tells the version
   */
  static Target of(BundleDraft draft, Path to) {
    if (to == null) {
      return draft.finished() ? nextVersion(draft) : new Target(draft.folder(), draft.contract());
    }
    if (to.toAbsolutePath().normalize().equals(draft.folder().toAbsolutePath().normalize())) {
      return inPlace(draft);
    }
    if (Files.exists(to.resolve("model.json"))) {
      throw new UserError(
          to.resolve("model.json") + " exists and is not overwritten; name another with --to.");
    }
    DraftContract contract =
        BundleName.ofFolder(to.toAbsolutePath().normalize())
            .map(name -> draft.contract().named(name.name(), name.version()))
            .orElse(draft.contract());
    return new Target(to, contract);
  }

  private static Target inPlace(BundleDraft draft) {
    if (draft.finished()) {
      throw new UserError(
          draft.folder()
              + " is finished and may be in use, so it is not overwritten; leave --to out for the"
              + " next version, or name another.");
    }
    return new Target(draft.folder(), draft.contract());
  }

  private static Target nextVersion(BundleDraft draft) {
    Path folder = draft.folder().toAbsolutePath().normalize();
    String version = draft.contract().version();
    Matcher number = NUMBERED.matcher(version);
    if (!number.matches() || !folder.getFileName().toString().equals(version)) {
      throw new UserError(
          folder
              + " is finished and may be in use, and what comes after version "
              + version
              + " is not plain: say with --to NAME/VERSION.");
    }
    int next = Integer.parseInt(number.group(2));
    Path free;
    do {
      next++;
      free = folder.resolveSibling(number.group(1) + next);
    } while (Files.exists(free));
    Path beside = draft.folder().resolve("..").resolve(free.getFileName()).normalize();
    return new Target(
        beside, draft.contract().named(draft.contract().name(), free.getFileName().toString()));
  }

  /**
   * Writes a bundle; the contract comes last, so that one that is cut off is no bundle.
   *
   * @throws UserError when the folder cannot be written to
   */
  void write(byte[] network, byte[] golden, byte[] json) {
    try {
      Files.createDirectories(folder);
      put("model.onnx", network);
      put("golden.json", golden);
      put("model.json", json);
    } catch (IOException e) {
      throw new UserError("The folder " + folder + " cannot be written to: " + e + ".", e);
    }
  }

  private void put(String name, byte[] bytes) throws IOException {
    Path half = Files.write(folder.resolve("." + name + ".part"), bytes);
    Files.move(half, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }
}
