package dev.kilter.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.Digest;
import dev.kilter.alert.ModelReference;
import dev.kilter.event.PerEntity;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.Statistics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What tells one model from another, and one entity's own way to be scored from another; short,
 * since it is kept for every entity.
 */
final class ModelVersion {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DIGITS = 16;

  /** Of each entity's own statistics a version says itself what they are. */
  private static final String STATISTICS_OF_ALL = "entitiesSha256";

  private ModelVersion() {}

  /** That of each entity. */
  static PerEntity<String> ofEach(ModelBundle bundle) {
    String model = of(bundle);
    return bundle.statistics().map(normal -> of(model, normal));
  }

  /** That of a model, and of one way to be scored. */
  static String of(ModelBundle bundle, Statistics normal) {
    return of(of(bundle), normal);
  }

  private static String of(String model, Statistics normal) {
    return normal.own() ? model + "~" + normal.digest() : model;
  }

  /**
   * That of a model: its network, and all that its contract says. Rows that were aligned or cut
   * otherwise are none of its own, though the network may be the same.
   */
  static String of(ModelBundle bundle) {
    ModelReference model = bundle.contract().reference();
    String digest = Digest.of(model.sha256(), contract(bundle)).substring(0, DIGITS);
    return model.name() + "/" + model.version() + "#" + digest;
  }

  /** It as it is written, but for what concerns some entities only. */
  private static String contract(ModelBundle bundle) {
    try {
      ObjectNode contract = (ObjectNode) JSON.readTree(bundle.contractJson());
      return contract.has(STATISTICS_OF_ALL)
          ? contract.without(STATISTICS_OF_ALL).toString()
          : new String(bundle.contractJson(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a contract that was read is JSON", e);
    }
  }
}
