package dev.kilter.tools.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.kilter.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code kilter model explain} has left in the folder of a run.
 *
 * @param json the explanation, or null as JSON has it
 */
record Explained(JsonNode json) {
  private static final String FILE = "explanation.json";

  static Explained read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return new Explained(NullNode.getInstance());
    }
    try {
      JsonNode json = JsonMapper.builder().build().readTree(Files.readString(file));
      if (!json.path("channels").isArray() || !json.path("layers").isArray()) {
        throw notOne(file, null);
      }
      return new Explained(json);
    } catch (JsonProcessingException e) {
      throw notOne(file, e);
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static UserError notOne(Path file, JsonProcessingException e) {
    return new UserError(
        file + " is no explanation as kilter model explain writes it; write it again or delete it.",
        e);
  }
}
