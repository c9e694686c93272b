package dev.kilter.bench.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.UserError;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.onnx.ModelBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the models that peers are measured with.
 *
 * @param name its bundle's name
 * @param bundle the bundle that every peer is given
 * @param plan the pipeline file with it, for Kilter
 */
public record BenchModel(String name, ModelBundle bundle, PipelinePlan plan) {
  /** The models there are. */
  public static final List<String> NAMES =
      List.of("bench-lstm-ae-64", "bench-lstm-ae-16", "bench-lstm-forecaster-64");

  /** Loads a model; Kilter's own checks are passed on the way. */
  public static BenchModel load(String name) {
    return load(known(name), home().resolve("models"), "throughput", Map.of());
  }

  /**
   * Loads a model for a long run.
   *
   * @param stride every so many rows of an entity make a sequence
   * @param variables of the pipeline file, beside the model and where it is
   */
  public static BenchModel forLongRun(String name, int stride, Map<String, String> variables) {
    ModelBundle usual = ModelBundle.read(home().resolve("models/" + known(name) + "/1"));
    Path models = temporaryFolder();
    OtherContract.write(
        usual,
        models.resolve(name).resolve("1"),
        contract -> ((ObjectNode) contract.get("sequence")).put("stride", stride));
    return load(name, models, "endurance", variables);
  }

  private static BenchModel load(
      String name, Path models, String pipeline, Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("MODEL", name + "/1");
    all.put("MODELS", models.toAbsolutePath().toString());
    PipelineConfig config = PipelineConfig.load(pipeline(pipeline), all);
    ModelBundle bundle = ModelBundle.read(models.resolve(name).resolve("1"));
    return new BenchModel(name, bundle, PipelinePlan.resolve(config));
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("kilter-models-");
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder can be made", e);
    }
  }

  private static String known(String name) {
    if (!NAMES.contains(name)) {
      throw new UserError(
          "There is no model %s to measure with; there are %s."
              .formatted(name, String.join(", ", NAMES)));
    }
    return name;
  }

  /** One of the pipeline files there are. */
  public static Path pipeline(String name) {
    return home().resolve("pipelines").resolve(name + ".yaml");
  }

  /** The launcher says where Kilter is; without it this is run where it is. */
  static Path home() {
    Path home = Path.of(System.getProperty("kilter.home", ".")).resolve("pipeline/bench");
    if (!Files.isDirectory(home)) {
      throw new UserError(
          "There is no " + home + "; start this by ./kilter bench, or in Kilter's folder.");
    }
    return home;
  }

  /** Whether the network carries its state from row to row. */
  public boolean carriesState() {
    return bundle.contract().carriesState();
  }
}
