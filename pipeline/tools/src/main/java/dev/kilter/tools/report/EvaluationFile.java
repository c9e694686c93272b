package dev.kilter.tools.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads what {@code kilter evaluate --json} writes: measures of a detector and of its baselines.
 */
final class EvaluationFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ROWS = List.of("kilter", "random", "alwaysAlarming");

  private EvaluationFile() {}

  /** The measures; what the page shows elsewhere is left out. */
  static ObjectNode read(Path file) {
    JsonNode json = parse(file);
    if (!(json instanceof ObjectNode evaluation)) {
      throw new UserError(file + " must be an object, as kilter evaluate --json writes it.");
    }
    for (String row : ROWS) {
      if (!evaluation.path(row).isObject()) {
        throw new UserError(
            file + ": \"" + row + "\" must be an object, as kilter evaluate --json writes it.");
      }
    }
    return evaluation.without(List.of("labels"));
  }

  private static JsonNode parse(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new UserError("There is no file " + file + ".", e);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      String place = file + ":" + at.getLineNr() + ":" + at.getColumnNr();
      throw new UserError(place + ": this is not JSON: " + e.getOriginalMessage() + ".", e);
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }
}
