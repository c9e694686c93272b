package dev.kilter.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A contract in which what is measured on data may be missing; filled in step by step, each step
 * being another one. Keys that no step is about stay as they were written.
 */
public final class DraftContract {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ObjectNode json;
  private final String place;

  private DraftContract(ObjectNode json, String place) {
    this.json = json;
    this.place = place;
  }

  /**
   * Reads a contract in which nothing but measured numbers may be missing.
   *
   * @param place the bundle's folder, for messages
   * @throws UserError naming each key that is to be filled in, and what belongs there
   */
  public static DraftContract read(byte[] json, String place) {
    String file = place + "/model.json";
    JsonNode contract = ContractReader.read(json, JsonNode.class, file);
    if (!contract.isObject()) {
      throw new UserError(file + " holds no JSON object");
    }
    if (contract.path("kind").asText().equals(ModelKind.CLASSIFICATION.label())) {
      throw new UserError(
          file
              + ": kind is classification: such a network scores nothing, so there is nothing to"
              + " calibrate; golden.json is written where it was trained");
    }
    List<String> gaps = ContractGaps.of(contract);
    if (!gaps.isEmpty()) {
      throw new UserError(
          file + " is not filled in yet. No data tells these:\n  " + String.join("\n  ", gaps));
    }
    return new DraftContract((ObjectNode) contract, place);
  }

  /** Whether errors and quantiles are there, and scaling where one is needed. */
  public boolean finished() {
    return json.hasNonNull("errors") && json.hasNonNull("quantiles") && !lacksScaling();
  }

  /** Whether there is neither a scaling nor an output that gives errors in spite of that. */
  public boolean lacksScaling() {
    return !scales() && !givesErrors();
  }

  /** Whether the pipeline scales for the network. */
  public boolean scales() {
    return json.hasNonNull("scaling");
  }

  /** Whether the network gives errors, in a scale of its own. */
  public boolean givesErrors() {
    for (JsonNode output : json.path("outputs")) {
      if (output.path("role").asText().equals("errors")) {
        return true;
      }
    }
    return false;
  }

  /** The levels of the quantiles that are there; empty if there are none. */
  public List<String> levels() {
    return List.copyOf(
        json.path("quantiles").properties().stream().map(Map.Entry::getKey).toList());
  }

  /** The name of the model. */
  public String name() {
    return json.path("name").asText();
  }

  /** The version it is of. */
  public String version() {
    return json.path("version").asText();
  }

  /** With another name and version. */
  public DraftContract named(String name, String version) {
    return with(next -> next.put("name", name).put("version", version));
  }

  /** With the hash of a network, if it has none: one that is there is to be kept to. */
  public DraftContract hashed(byte[] network) {
    return json.hasNonNull("sha256")
        ? this
        : with(next -> next.put("sha256", Admission.sha256(network)));
  }

  /** With the mean and deviation that the pipeline scales by. */
  public DraftContract scaled(ModelContract.Scaling scaling) {
    return with(
        next -> {
          ObjectNode node = next.putObject("scaling");
          put(node, "mean", scaling.mean());
          put(node, "deviation", scaling.deviation());
        });
  }

  /** With the weight of the exponential average. */
  public DraftContract smoothed(double weight) {
    return with(next -> next.putObject("smoothing").put("weight", weight));
  }

  /** With a weight, if it has none: no averaging. */
  public DraftContract smoothedAtAll() {
    return json.path("smoothing").hasNonNull("weight") ? this : smoothed(1);
  }

  /** With the errors of normal data. */
  public DraftContract withErrors(float[] mean, float[] deviation) {
    return with(
        next -> {
          ObjectNode node = next.putObject("errors").put("of", "newest");
          put(node, "mean", mean);
          put(node, "deviation", deviation);
        });
  }

  /** With the quantiles of normal scores, by level. */
  public DraftContract withQuantiles(Map<String, Double> quantiles) {
    return with(
        next -> {
          ObjectNode node = next.putObject("quantiles");
          quantiles.forEach(node::put);
        });
  }

  /** With a note of what it was calibrated on, beside those of its training. */
  public DraftContract withCalibration(Map<String, ?> notes) {
    return with(next -> next.withObjectProperty("training").putPOJO("calibration", notes));
  }

  /** The rows as this model wants them. */
  public RowContract rows() {
    ObjectNode rows = JSON.createObjectNode();
    rows.set("period", json.path("sequence").get("period"));
    rows.set("channels", json.get("channels"));
    return RowContract.read(text(rows).getBytes(UTF_8), place + "/model.json");
  }

  /** A bundle of this contract, the network and its golden outputs. */
  public ModelBundle bundle(byte[] network, byte[] golden) {
    return new ModelBundle(place, bytes(), network, golden);
  }

  /** With errors that leave errors as they are, and a quantile, so that the pipeline can run it. */
  public DraftContract withPlaceholders() {
    int channels = json.path("channels").size();
    float[] ones = new float[channels];
    Arrays.fill(ones, 1);
    DraftContract runs =
        withErrors(new float[channels], ones).withQuantiles(Map.of("0.5", 1.0)).smoothedAtAll();
    return lacksScaling()
        ? runs.scaled(new ModelContract.Scaling(new float[channels], ones))
        : runs;
  }

  /** The text of the file. */
  public byte[] bytes() {
    return (text(json) + "\n").getBytes(UTF_8);
  }

  private DraftContract with(Consumer<ObjectNode> change) {
    ObjectNode next = json.deepCopy();
    change.accept(next);
    return new DraftContract(next, place);
  }

  private static void put(ObjectNode node, String key, float[] values) {
    ArrayNode list = node.putArray(key);
    for (float value : values) {
      list.add(value);
    }
  }

  private static String text(ObjectNode json) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always text", e);
    }
  }
}
