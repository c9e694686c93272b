package dev.kilter.tools.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilter.UserError;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a page that holds one explanation and nothing else. */
public final class ExplanationPage {
  private ExplanationPage() {}

  /**
   * Writes the page.
   *
   * @param explanation as {@code kilter model explain} has it as JSON
   * @throws UserError when the file cannot be written
   */
  public static void write(Path file, JsonNode explanation) {
    String title = explanation.path("entity").asText() + " at " + explanation.path("time").asText();
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      PageResources.explanation()
          .write(
              title, () -> Page.writeData("told", json -> json.writeTree(explanation), out), out);
    } catch (IOException e) {
      throw new UserError("Cannot write " + file + "; name a folder that can be written to.", e);
    }
  }
}
