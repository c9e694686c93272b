package dev.kilter.job.config;

import dev.kilter.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** One YAML file that is read section by section and whose mistakes are told all at once. */
public final class YamlFile {
  private final Path file;
  private final String kind;
  private final Problems problems;
  private final YamlSection root;

  private YamlFile(Path file, String kind, Map<String, String> variables) {
    this.file = file;
    this.kind = kind;
    this.problems = new Problems(file.toString());
    this.root = new YamlSection("", compose(text()), problems, new Variables(variables));
  }

  /**
   * Reads a file.
   *
   * @param kind what the file is called in errors, such as {@code pipeline file}
   * @param variables values for references such as {@code ${NAME}}
   * @throws UserError if the file is not there or is no YAML
   */
  public static YamlFile open(Path file, String kind, Map<String, String> variables) {
    return new YamlFile(file, kind, variables);
  }

  /** The whole file as a section. */
  public YamlSection root() {
    return root;
  }

  /**
   * Ends the reading.
   *
   * @throws UserError listing everything that was wrong, by line, unknown keys included
   */
  public void finish() {
    root.finish();
    problems.throwIfAny();
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new UserError("There is no " + kind + " " + file + ".", e);
    } catch (IOException e) {
      throw new UserError("The " + kind + " " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Node compose(String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
    try {
      return new Compose(settings)
          .composeString(text)
          .orElseThrow(() -> new UserError("The " + kind + " " + file + " is empty."));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new UserError(file + ":" + line + ": this is not YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new UserError(file + " is not YAML: " + e.getMessage(), e);
    }
  }
}
