package dev.kilter.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A network loaded into ONNX Runtime. Owns the native session: opened once, closed once, safe to
 * close twice. One thread runs it at a time.
 */
public final class OnnxModel implements AutoCloseable {
  private final OrtEnvironment environment = OnnxEnvironment.get();
  private final ModelContract contract;
  private final OrtSession session;
  private final int channels;
  private final TensorBuffer values = new TensorBuffer();
  private final TensorBuffer mask = new TensorBuffer();
  private boolean closed;

  private OnnxModel(ModelContract contract, byte[] network) throws OrtException {
    this.contract = contract;
    this.channels = contract.channels().size();
    try (OrtSession.SessionOptions options = singleThreaded()) {
      this.session = environment.createSession(network, options);
    }
  }

  /**
   * Loads a network from its bytes, never from a path: so it cannot name files outside the bundle.
   *
   * @throws OrtException when ONNX Runtime does not take it
   */
  static OnnxModel load(ModelContract contract, byte[] network) throws OrtException {
    return new OnnxModel(contract, network);
  }

  /** What the bundle promises. */
  public ModelContract contract() {
    return contract;
  }

  OrtSession session() {
    return session;
  }

  /**
   * Runs a batch of sequences through the network: those of one length at once.
   *
   * @return one output per sequence, in the same order
   * @throws ModelRunException when ONNX Runtime refuses or fails
   */
  public List<ModelOutput> run(List<ModelInput> sequences) throws ModelRunException {
    Map<Integer, List<Integer>> byLength = new TreeMap<>();
    for (int index = 0; index < sequences.size(); index++) {
      int length = sequences.get(index).values().length / channels;
      byLength.computeIfAbsent(length, unseen -> new ArrayList<>()).add(index);
    }
    ModelOutput[] outputs = new ModelOutput[sequences.size()];
    for (Map.Entry<Integer, List<Integer>> bucket : byLength.entrySet()) {
      List<Integer> places = bucket.getValue();
      List<ModelInput> inputs = places.stream().map(sequences::get).toList();
      List<ModelOutput> ran = runBucket(inputs, bucket.getKey());
      for (int i = 0; i < ran.size(); i++) {
        outputs[places.get(i)] = ran.get(i);
      }
    }
    return List.of(outputs);
  }

  private List<ModelOutput> runBucket(List<ModelInput> inputs, int length)
      throws ModelRunException {
    BatchLayout layout = new BatchLayout(contract.timeMajor(), inputs.size(), length, channels);
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      fill(tensors, inputs, layout);
      try (OrtSession.Result result = session.run(tensors)) {
        return unpack(inputs, layout, result);
      }
    } catch (OrtException e) {
      throw new ModelRunException(
          contract.reference()
              + " failed on "
              + inputs.size()
              + " sequences of "
              + length
              + " rows: "
              + e.getMessage(),
          e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private void fill(Map<String, OnnxTensor> tensors, List<ModelInput> inputs, BatchLayout layout)
      throws OrtException {
    FloatBuffer packed = values.of(layout.size());
    each(inputs, layout, (input, at, to) -> packed.put(to, valueOf(input, at)));
    tensors.put(
        contract.sequenceInput(), OnnxTensor.createTensor(environment, packed, layout.shape()));
    if (contract.maskInput().isPresent()) {
      FloatBuffer measured = mask.of(layout.size());
      each(inputs, layout, (input, at, to) -> measured.put(to, input.mask()[at] ? 1 : 0));
      tensors.put(
          contract.maskInput().get(),
          OnnxTensor.createTensor(environment, measured, layout.shape()));
    }
    if (contract.lengthsInput().isPresent()) {
      long[] lengths = new long[layout.batch()];
      Arrays.fill(lengths, layout.length());
      tensors.put(contract.lengthsInput().get(), OnnxTensor.createTensor(environment, lengths));
    }
  }

  /** A network that is told what is missing is not given a NaN for it, which would spread. */
  float valueOf(ModelInput input, int at) {
    float value = input.values()[at];
    if (Float.isNaN(value) && !input.mask()[at] && contract.maskInput().isPresent()) {
      return 0;
    }
    return contract.scaling() == null ? value : contract.scaling().scaled(at % channels, value);
  }

  /** Takes one number of a sequence to its place in a tensor. */
  @FunctionalInterface
  private interface Placement {
    void put(ModelInput input, int at, int to);
  }

  private static void each(List<ModelInput> inputs, BatchLayout layout, Placement placement) {
    for (int index = 0; index < inputs.size(); index++) {
      for (int time = 0; time < layout.length(); time++) {
        int to = layout.at(time, index);
        for (int channel = 0; channel < layout.channels(); channel++) {
          placement.put(inputs.get(index), time * layout.channels() + channel, to + channel);
        }
      }
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime could not close " + contract.reference(), e);
    }
  }

  private List<ModelOutput> unpack(
      List<ModelInput> inputs, BatchLayout layout, OrtSession.Result result)
      throws ModelRunException {
    FloatBuffer reconstruction = floats(result, contract.reconstructionOutput(), layout.size());
    FloatBuffer errors =
        contract.errorsOutput().isPresent()
            ? floats(result, contract.errorsOutput().get(), layout.batch() * channels)
            : null;
    List<ModelOutput> outputs = new ArrayList<>(layout.batch());
    for (int index = 0; index < layout.batch(); index++) {
      float[] answer = row(reconstruction, layout.at(layout.length() - 1, index));
      float[] error =
          errors == null ? errorsOf(inputs.get(index), answer) : row(errors, index * channels);
      outputs.add(new ModelOutput(inUnits(answer), error));
    }
    return outputs;
  }

  /** How far the newest row is off what the network answered, both scaled. */
  private float[] errorsOf(ModelInput input, float[] answer) {
    float[] errors = new float[channels];
    int newest = input.values().length - channels;
    for (int channel = 0; channel < channels; channel++) {
      errors[channel] = Math.abs(valueOf(input, newest + channel) - answer[channel]);
    }
    return errors;
  }

  private float[] inUnits(float[] answer) {
    if (contract.scaling() == null) {
      return answer;
    }
    float[] expected = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      expected[channel] = contract.scaling().unscaled(channel, answer[channel]);
    }
    return expected;
  }

  private float[] row(FloatBuffer buffer, int at) {
    float[] row = new float[channels];
    buffer.get(at, row);
    return row;
  }

  private FloatBuffer floats(OrtSession.Result result, String output, int expectedCount)
      throws ModelRunException {
    OnnxTensor tensor = (OnnxTensor) result.get(output).orElseThrow();
    FloatBuffer floats = tensor.getFloatBuffer();
    if (floats.remaining() != expectedCount) {
      throw new ModelRunException(
          "output "
              + output
              + " has "
              + floats.remaining()
              + " numbers where "
              + expectedCount
              + " belong; look at axes and outputs in model.json",
          null);
    }
    return floats;
  }

  static OrtSession.SessionOptions singleThreaded() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setOptimizationLevel(OptLevel.ALL_OPT);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.addConfigEntry("session.inter_op.allow_spinning", "0");
    return options;
  }
}
