package dev.kilter.tools.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The checkpoints that a pipeline has left in a folder. */
final class Checkpoints {
  private static final String PREFIX = "chk-";

  private Checkpoints() {}

  /** Whether there is one that is complete. */
  static boolean exist(Path folder) {
    return newestOf(folder).isPresent();
  }

  /** The newest that is complete, as a URI. */
  static String newest(Path folder) {
    return newestOf(folder).orElseThrow().toUri().toString();
  }

  private static Optional<Path> newestOf(Path folder) {
    try (Stream<Path> jobs = Files.list(folder)) {
      return jobs.flatMap(job -> checkpoints(job).stream())
          .filter(checkpoint -> Files.exists(checkpoint.resolve("_metadata")))
          .max(Comparator.comparingLong(Checkpoints::number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> checkpoints(Path job) {
    try (Stream<Path> files = Files.list(job)) {
      return files.filter(file -> file.getFileName().toString().startsWith(PREFIX)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long number(Path checkpoint) {
    return Long.parseLong(checkpoint.getFileName().toString().substring(PREFIX.length()));
  }
}
