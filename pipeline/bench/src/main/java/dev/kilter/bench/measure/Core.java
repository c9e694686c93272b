package dev.kilter.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The core that measured processes are kept on, by {@code taskset}.
 *
 * @param number which one, from 0
 * @param others the others that this process may use
 */
public record Core(int number, List<Integer> others) {
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
          .map(line -> of(line.substring(ALLOWED.length()).strip()))
          .filter(Core::canBeKept)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last of a list such as {@code 0-3,8}. */
  static Core of(String allowed) {
    List<Integer> cores =
        Arrays.stream(allowed.split(","))
            .map(range -> range.split("-"))
            .flatMapToInt(
                ends ->
                    IntStream.rangeClosed(
                        Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])))
            .boxed()
            .toList();
    int last = cores.size() - 1;
    return new Core(cores.get(last), cores.subList(0, last));
  }

  private boolean canBeKept() {
    return taskset("-c", String.valueOf(number), "true");
  }

  /**
   * Moves this process, and what it starts from now on, off the core.
   *
   * @return whether there is another core to go to
   */
  public boolean leave() {
    String rest = others.stream().map(String::valueOf).collect(Collectors.joining(","));
    String self = String.valueOf(ProcessHandle.current().pid());
    return !others.isEmpty() && taskset("-a", "-c", "-p", rest, self);
  }

  private static boolean taskset(String... arguments) {
    List<String> command = new ArrayList<>(List.of("taskset"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
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
