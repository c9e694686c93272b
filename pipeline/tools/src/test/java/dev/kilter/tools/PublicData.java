package dev.kilter.tools;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The public data sets, which are not part of the project: where {@code -Dkilter.data} says. */
public final class PublicData {
  private static final Path FOLDER =
      Path.of(System.getProperty("kilter.data", "../../../shared/data"))
          .toAbsolutePath()
          .normalize();

  private PublicData() {}

  /** A file of theirs; a test that asks for one that is not there is skipped and says so. */
  public static Path file(String name) {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), "skipped: there is no " + file + "; see -Dkilter.data");
    return file;
  }
}
