package dev.kilter.rig.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model store that can be away.
 *
 * @param folder where it is
 */
public record ModelStore(Path folder) {

  /** A store with copies of some models of another. */
  public static ModelStore copy(Path from, List<String> models, Path folder) throws IOException {
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
    return new ModelStore(folder);
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
