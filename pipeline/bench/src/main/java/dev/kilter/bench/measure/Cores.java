package dev.kilter.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The cores that a measured process is kept on, by {@code taskset}.
 *
 * @param numbers which ones, from 0
 */
public record Cores(List<Integer> numbers) {
  /** The last so many cores that this process may use; none where there is no {@code taskset}. */
  public static Optional<Cores> last(int count) {
    return Core.last()
        .map(Cores::allowed)
        .filter(allowed -> allowed.size() >= count)
        .map(allowed -> new Cores(allowed.subList(allowed.size() - count, allowed.size())));
  }

  private static List<Integer> allowed(Core last) {
    List<Integer> allowed = new ArrayList<>(last.others());
    allowed.add(last.number());
    return allowed;
  }

  /** Whether some of them are threads of one and the same core, as far as the system says. */
  public boolean shareOne() {
    return numbers.stream().map(Cores::siblings).distinct().count() < numbers.size();
  }

  private static String siblings(int number) {
    Path file = Path.of("/sys/devices/system/cpu/cpu" + number + "/topology/thread_siblings_list");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return String.valueOf(number); // It does not say.
    }
  }

  /** Their numbers, separated by commas. */
  public String list() {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** A program that starts Java on these cores, among the temporary files. */
  public Path java() throws IOException {
    Path program = Files.createTempFile("java-on-cores-", ".sh");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        program, "#!/bin/sh\nexec taskset -c %s '%s' \"$@\"\n".formatted(list(), java));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }
}
