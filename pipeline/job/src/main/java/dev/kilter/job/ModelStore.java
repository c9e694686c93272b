package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.onnx.Admission;
import dev.kilter.onnx.ModelBundle;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Where model bundles lie, on any file system that Flink knows. Reads and admits each once. */
final class ModelStore {
  private static final Set<String> BUNDLE_FILES = Set.of("model.json", "model.onnx", "golden.json");

  private final Map<String, ModelBundle> admitted = new HashMap<>();

  /**
   * The bundle at a place.
   *
   * @throws UserError saying what is missing, or which promise it breaks
   */
  ModelBundle admitted(String place) {
    return admitted.computeIfAbsent(place, ModelStore::admit);
  }

  /**
   * The places below a folder where there is a bundle, or part of one.
   *
   * @throws UserError when the folder cannot be looked at
   */
  List<String> bundlesBelow(String folder) {
    try {
      List<String> places = new ArrayList<>();
      look(new Path(folder).getFileSystem(), folder, places);
      return places;
    } catch (IOException e) {
      throw new UserError(folder + " cannot be looked at for models: " + e.getMessage(), e);
    }
  }

  private static void look(FileSystem files, String folder, List<String> places)
      throws IOException {
    boolean bundle = false;
    for (FileStatus status : list(files, folder)) {
      String name = status.getPath().getName();
      if (status.isDir()) {
        look(files, folder + "/" + name, places);
      } else {
        bundle |= BUNDLE_FILES.contains(name);
      }
    }
    if (bundle) {
      places.add(folder);
    }
  }

  /** Some file systems say null where there is no such folder, others throw. */
  private static FileStatus[] list(FileSystem files, String folder) throws IOException {
    try {
      FileStatus[] found = files.listStatus(new Path(folder));
      return found == null ? new FileStatus[0] : found;
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  private static ModelBundle admit(String place) {
    ModelBundle bundle = ModelBundle.read(place, ModelStore::read);
    Admission.admit(bundle).close();
    return bundle;
  }

  private static byte[] read(String place) throws IOException {
    Path path = new Path(place);
    try (FSDataInputStream in = path.getFileSystem().open(path)) {
      return in.readAllBytes();
    }
  }
}
