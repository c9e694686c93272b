package dev.kilter.job.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kilter.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Pipeline files as tests need them: the least there must be, and something more. */
final class PipelineFiles {
  /** Lines 1 to 4. What a test adds begins in line 5. */
  static final String LEAST =
      """
      name: pumps
      kafka: {bootstrap: "localhost:9092", events: e, alerts: a, dead-letters: d}
      channels: {temperature: {}}
      detectors: [{id: pumps, model: flat/1}]
      """;

  private PipelineFiles() {}

  static PipelineConfig read(String text) {
    return read(text, Map.of());
  }

  static PipelineConfig read(String text, Map<String, String> variables) {
    Path file = write(text);
    try {
      return PipelineConfig.load(file, variables);
    } finally {
      delete(file);
    }
  }

  /** Everything that is wrong, each line beginning with {@code :LINE: }. */
  static List<String> problems(String text) {
    return problems(text, Map.of());
  }

  static List<String> problems(String text, Map<String, String> variables) {
    Path file = write(text);
    try {
      UserError error =
          catchThrowableOfType(UserError.class, () -> PipelineConfig.load(file, variables));
      return Arrays.stream(error.getMessage().split(System.lineSeparator()))
          .map(line -> line.replace(file.toString(), ""))
          .toList();
    } finally {
      delete(file);
    }
  }

  private static Path write(String text) {
    try {
      return Files.writeString(Files.createTempFile("pipeline", ".yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
