package dev.kilter.rig.cluster;

import dev.kilter.UserError;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars of which the processes are put together: those that Maven has collected for this module.
 *
 * @param folder where they lie
 * @param job the job jar
 */
public record Jars(Path folder, Path job) {

  /** What comes in the job jar, or has no place on a Flink cluster. */
  private static final List<String> NOT_IN_FLINK =
      List.of(
          "kilter-",
          "flink-connector-base",
          "flink-connector-kafka",
          "flink-state-processor",
          "kafka",
          "jackson-",
          "snakeyaml-2",
          "picocli-",
          "scala-",
          "metrics-",
          "jetty-");

  /**
   * The jars of a checkout that has been built.
   *
   * @param home the checkout
   * @throws UserError if it has not
   */
  public static Jars of(Path home) {
    Path folder = home.resolve("pipeline/rig/target/lib");
    Path job = home.resolve("pipeline/job/target/kilter-job.jar");
    if (!Files.isDirectory(folder) || !Files.isRegularFile(job)) {
      throw new UserError(
          "There is no %s and %s: build first, with mvn -DskipTests package."
              .formatted(folder, job));
    }
    return new Jars(folder, job);
  }

  /** What Flink's processes have on their class path, ONNX Runtime among it. */
  String flink() {
    return classPath(name -> NOT_IN_FLINK.stream().noneMatch(name::startsWith));
  }

  /** What the broker has on its class path. */
  String kafka() {
    return classPath(name -> !name.startsWith("flink-") && !name.startsWith("kilter-"));
  }

  private String classPath(Predicate<String> wanted) {
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.filter(jar -> wanted.test(jar.getFileName().toString()))
          .map(jar -> jar.toAbsolutePath().toString())
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
