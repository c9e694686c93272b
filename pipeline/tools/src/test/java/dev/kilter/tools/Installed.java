package dev.kilter.tools;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of others that tests need. */
public final class Installed {
  private Installed() {}

  /**
   * The first of these programs that is on the path. The test is skipped if there is none, but not
   * where CI runs, which must install one.
   *
   * @param names what it may be called
   * @param sentence what it means that there is none
   */
  public static Path require(List<String> names, String sentence) {
    String path = System.getenv().getOrDefault("PATH", "");
    return names.stream()
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> missing(sentence));
  }

  private static Path missing(String sentence) {
    if (System.getenv("CI") != null) {
      return fail(sentence);
    }
    // Maven says how many tests were skipped, but not why.
    System.err.println(sentence);
    return abort(sentence);
  }
}
