package dev.kilter.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a model of which a sequence is cut out every so many rows, among the temporary files. */
final class OtherStride {
  private static final String CONTRACT = "model.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private OtherStride() {}

  /** The folder of models that has it, under the same name. */
  static Path models(Path models, String name, int stride) {
    try {
      Path from = models.resolve(name).resolve("1");
      Path others = Files.createTempDirectory("kilter-models-");
      Path to = Files.createDirectories(others.resolve(name).resolve("1"));
      Files.copy(from.resolve("model.onnx"), to.resolve("model.onnx"));
      Files.copy(from.resolve("golden.json"), to.resolve("golden.json"));
      JsonNode contract = JSON.readTree(from.resolve(CONTRACT).toFile());
      ((ObjectNode) contract.get("sequence")).put("stride", stride);
      JSON.writeValue(to.resolve(CONTRACT).toFile(), contract);
      return others;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
