package dev.kilter.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.kilter.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command writes what it has measured for programs, if it is told to. */
public final class JsonFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private Path file;

  /** Takes the file, if it can be there: what was measured for an hour must not get lost. */
  @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to a file too.")
  void file(Path wanted) {
    Path folder = wanted.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(wanted)) {
      throw new ParameterException(
          command.commandLine(),
          "--json " + wanted + " cannot be a file: give one in a folder that is there.");
    }
    file = wanted;
  }

  /** Writes a record of figures, if that was asked for. */
  public void write(Record figures) {
    if (file == null) {
      return;
    }
    try {
      JSON.writeValue(file.toFile(), figures);
    } catch (IOException e) {
      throw new UserError(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
