package dev.kilter.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.onnx.ModelBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Makes a bundle with the network and the golden outputs of another, under another contract. */
final class OtherContract {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OtherContract() {}

  /**
   * Writes the bundle.
   *
   * @param from the bundle whose network it has
   * @param to its folder, NAME/VERSION
   * @param change what is to be changed in the contract
   */
  static ModelBundle write(ModelBundle from, Path to, Consumer<ObjectNode> change) {
    try {
      Files.createDirectories(to);
      Files.write(to.resolve("model.onnx"), from.network());
      Files.write(to.resolve("golden.json"), from.goldenJson());
      ObjectNode contract = (ObjectNode) JSON.readTree(from.contractJson());
      change.accept(contract);
      JSON.writeValue(to.resolve("model.json").toFile(), contract);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + to, e);
    }
    return ModelBundle.read(to);
  }
}
