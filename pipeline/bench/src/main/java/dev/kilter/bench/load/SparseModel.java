package dev.kilter.bench.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.UserError;
import dev.kilter.onnx.ModelBundle;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Models that judge only every 32nd row, with the network of another, its golden outputs and hash.
 */
public enum SparseModel {
  /** A row every ten seconds, as in training. */
  ON_GRID("bench-lstm-ae-64", "every-32"),
  /** The same, of the small network. */
  SMALL_ON_GRID("bench-lstm-ae-16", "every-32"),
  /** A row for each event, and each score counts alone: so that alerts come and go. */
  BY_EVENT("bench-lstm-ae-64", "by-event");

  /** Rows from one sequence to the next, and in a sequence. */
  public static final int STRIDE = 32;

  private static final double THRESHOLD = 20;

  private final String base;
  private final String label;

  SparseModel(String base, String manner) {
    this.base = base;
    this.label = base + "-" + manner;
  }

  /** One of those on the grid, by its bundle's name. */
  public static SparseModel onGrid(String label) {
    return Stream.of(ON_GRID, SMALL_ON_GRID)
        .filter(model -> model.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "There is no model %s to measure with; there are %s, %s."
                        .formatted(label, ON_GRID.label, SMALL_ON_GRID.label)));
  }

  /** The bundle's name. */
  public String label() {
    return label;
  }

  /**
   * Writes the bundle.
   *
   * @param store the folder of bundles that it goes to
   */
  public ModelBundle write(Path store) {
    ModelBundle network = ModelBundle.read(BenchModel.home().resolve("models/" + base + "/1"));
    return OtherContract.write(network, store.resolve(label).resolve("1"), this::change);
  }

  private void change(ObjectNode contract) {
    contract.put("name", label);
    ObjectNode sequence = (ObjectNode) contract.get("sequence");
    sequence.put("stride", STRIDE);
    if (this == BY_EVENT) {
      sequence.remove("period");
      contract.putObject("smoothing").put("weight", 1);
      contract.putObject("quantiles").put("0.9999", THRESHOLD);
    }
  }
}
