package dev.kilter.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.UserError;
import java.util.List;

/**
 * Makes the golden outputs of a bundle that has none: what its network gives now. They show that it
 * was changed later, not that its export was right.
 */
public final class GoldenDraft {
  private static final double TOLERANCE = 1e-4;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final OnnxModel model;
  private final String place;

  private GoldenDraft(OnnxModel model, String place) {
    this.model = model;
    this.place = place;
  }

  /**
   * Looks whether the network is what the contract says, before there is a sequence to run.
   *
   * @throws UserError saying what it is not
   */
  public static void check(ModelBundle bundle) {
    Admission.loadUnproven(bundle).close();
  }

  /**
   * The text of {@code golden.json}.
   *
   * @param bundle the bundle, whose golden outputs are not looked at
   * @param inputs the sequences, every value of which is a number
   * @throws UserError when the network does not take them, or gives no number for one
   */
  public static byte[] of(ModelBundle bundle, List<ModelInput> inputs) {
    try (OnnxModel model = Admission.loadUnproven(bundle)) {
      return new GoldenDraft(model, bundle.place()).json(inputs);
    } catch (ModelRunException e) {
      throw new UserError("Model bundle " + bundle.place() + " does not run: " + e.getMessage(), e);
    }
  }

  private byte[] json(List<ModelInput> inputs) throws ModelRunException {
    ObjectNode golden = JSON.createObjectNode().put("tolerance", TOLERANCE);
    ArrayNode channels = golden.putArray("channels");
    model.contract().channelNames().forEach(channels::add);
    ArrayNode sequences = golden.putArray("sequences");
    for (ModelInput input : inputs) {
      sequences.add(sequence(input));
    }
    try {
      return JSON.writeValueAsBytes(golden);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private ObjectNode sequence(ModelInput input) throws ModelRunException {
    ObjectNode sequence = JSON.createObjectNode();
    sequence.set("input", matrix(rows(input.values())));
    if (model.contract().maskInput().isPresent()) {
      sequence.set("mask", matrix(rows(numbers(input.mask()))));
    }
    ObjectNode outputs = sequence.putObject("outputs");
    List<ModelOutput> given = new GoldenRun(model).run(List.of(input)).get(0);
    ModelOutput newest = given.get(given.size() - 1);
    outputs.set(model.contract().modelKind().answer(), matrix(expected(input, given)));
    if (!newest.isFinite()) {
      throw new UserError(
          "Model bundle "
              + place
              + " gives no number for a sequence whose values all are: look at scaling in"
              + " model.json, and at the network");
    }
    if (model.contract().errorsOutput().isPresent()) {
      outputs.set("errors", row(newest.errors()));
    }
    return sequence;
  }

  private float[][] expected(ModelInput input, List<ModelOutput> given) throws ModelRunException {
    return model.contract().carriesState()
        ? given.stream().map(ModelOutput::expected).toArray(float[][]::new)
        : model.expectedRows(input);
  }

  private float[][] rows(float[] flat) {
    int channels = model.contract().channels().size();
    float[][] rows = new float[flat.length / channels][channels];
    for (int time = 0; time < rows.length; time++) {
      System.arraycopy(flat, time * channels, rows[time], 0, channels);
    }
    return rows;
  }

  private static float[] numbers(boolean[] mask) {
    float[] numbers = new float[mask.length];
    for (int at = 0; at < mask.length; at++) {
      numbers[at] = mask[at] ? 1 : 0;
    }
    return numbers;
  }

  private static ArrayNode matrix(float[][] rows) {
    ArrayNode matrix = JSON.createArrayNode();
    for (float[] row : rows) {
      matrix.add(row(row));
    }
    return matrix;
  }

  private static ArrayNode row(float[] values) {
    ArrayNode row = JSON.createArrayNode();
    for (float value : values) {
      row.add(value);
    }
    return row;
  }
}
