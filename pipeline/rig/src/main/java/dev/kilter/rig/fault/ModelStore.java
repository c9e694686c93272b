package dev.kilter.rig.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model store that can be away, with copies of models of this checkout.
 *
 * @param folder where it is
 */
public record ModelStore(Path folder) {
  private static final List<String> SOUND = List.of("pump-lstm-ae/1", "pump-lstm-forecaster/1");

  /** The models of a checkout. */
  public static Path zoo(Path home) {
    return home.resolve("models/zoo");
  }

  /**
   * A store with the models that pipelines of trials take, one with a network that crashes, too.
   */
  public static ModelStore copy(Path home, Path folder) throws IOException {
    copy(zoo(home), SOUND, folder);
    copy(home.resolve("pipeline/onnx/src/test/resources/bundles"), List.of("crashing/1"), folder);
    return new ModelStore(folder);
  }

  private static void copy(Path from, List<String> models, Path folder) throws IOException {
    for (String model : models) {
      try (Stream<Path> files = Files.walk(from.resolve(model))) {
        for (Path file : files.toList()) {
          Path to = folder.resolve(from.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(to);
          } else {
            Files.copy(file, to);
          }
        }
      }
    }
  }

  /** From now on it is not where it was. */
  void hide() throws IOException {
    Files.move(folder, away());
  }

  /** It is back. */
  void show() throws IOException {
    Files.move(away(), folder);
  }

  private Path away() {
    return folder.resolveSibling(folder.getFileName() + "-away");
  }
}
