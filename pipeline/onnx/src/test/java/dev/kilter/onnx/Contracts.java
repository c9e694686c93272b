package dev.kilter.onnx;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** The contract of {@code flat}, edited as a tree. */
final class Contracts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Contracts() {}

  static ModelBundle without(String key) {
    return with(contract -> contract.remove(key));
  }

  static ModelBundle with(Consumer<ObjectNode> change) {
    ModelBundle flat = Bundles.bundle("flat");
    try {
      ObjectNode contract = (ObjectNode) JSON.readTree(flat.contractJson());
      change.accept(contract);
      return new ModelBundle(
          flat.place(), JSON.writeValueAsBytes(contract), flat.network(), flat.goldenJson());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
