package dev.kilter.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What it was measured on.
 *
 * @param processor the processor's name
 * @param java the version of Java
 */
public record Machine(String processor, String java) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String NAME = "model name";

  /** This one. */
  public static Machine here() {
    return new Machine(processorName(), System.getProperty("java.version"));
  }

  private static String processorName() {
    if (!Files.isReadable(PROCESSORS)) {
      return System.getProperty("os.arch");
    }
    try {
      return Files.readAllLines(PROCESSORS).stream()
          .filter(line -> line.startsWith(NAME))
          .map(line -> line.substring(line.indexOf(':') + 2))
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
