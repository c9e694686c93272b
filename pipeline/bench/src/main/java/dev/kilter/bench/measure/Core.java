package dev.kilter.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The core that measured processes are kept on, by {@code taskset}.
 *
 * @param number which one, from 0
 */
public record Core(int number) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String ALLOWED = "Cpus_allowed_list:";

  /** The last core that this process may use; none where there is no {@code taskset}. */
  public static Optional<Core> last() {
    if (!Files.isReadable(STATUS)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(ALLOWED))
          .map(line -> new Core(Integer.parseInt(line.replaceAll(".*[^0-9]", ""))))
          .filter(Core::canBeKept)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean canBeKept() {
    try {
      Process tried =
          new ProcessBuilder("taskset", "-c", String.valueOf(number), "true")
              .redirectErrorStream(true)
              .start();
      return tried.waitFor() == 0;
    } catch (IOException e) {
      return false; // There is no taskset.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A program that starts Java on this core, among the temporary files. */
  public Path java() throws IOException {
    Path program = Files.createTempFile("java-on-core-" + number + "-", ".sh");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        program, "#!/bin/sh\nexec taskset -c %d '%s' \"$@\"\n".formatted(number, java));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }
}
