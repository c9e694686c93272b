package dev.kilter.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import dev.kilter.UserError;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A network loaded into ONNX Runtime. Owns the native session: opened once, closed once, safe to
 * close twice. One thread runs it at a time.
 */
public final class OnnxModel implements AutoCloseable {
  private final ModelContract contract;
  private final OrtSession session;
  private final CarriedState carried;
  private final InputTensors inputTensors;
  private final int channels;
  private boolean closed;

  private OnnxModel(ModelContract contract, OrtSession session) throws OrtException {
    this.contract = contract;
    this.session = session;
    this.carried = CarriedState.of(contract, session);
    this.inputTensors = new InputTensors(contract, carried);
    this.channels = contract.channels().size();
  }

  /**
   * Loads a network from its bytes, never from a path: so it cannot name files outside the bundle.
   *
   * @param place where the bundle lies, for messages
   * @throws OrtException when ONNX Runtime does not take it
   * @throws UserError when its tensors are not what the contract says
   */
  static OnnxModel load(ModelContract contract, byte[] network, String place) throws OrtException {
    OrtSession session = open(network);
    try {
      TensorCheck.check(contract, session, place);
      return new OnnxModel(contract, session);
    } catch (OrtException | UserError e) {
      session.close();
      throw e;
    }
  }

  private static OrtSession open(byte[] network) throws OrtException {
    try (OrtSession.SessionOptions options = singleThreaded()) {
      return OnnxEnvironment.get().createSession(network, options);
    }
  }

  /** What the bundle promises. */
  public ModelContract contract() {
    return contract;
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

  /**
   * All rows as the network expects them of one sequence, where a score looks at the newest alone.
   *
   * @return {@code [time][channel]}, in the channels' units
   * @throws ModelRunException when ONNX Runtime refuses or fails
   */
  float[][] expectedRows(ModelInput sequence) throws ModelRunException {
    return ask(List.of(sequence), sequence.values().length / channels, this::expectedRows);
  }

  private List<ModelOutput> runBucket(List<ModelInput> inputs, int length)
      throws ModelRunException {
    return ask(inputs, length, (layout, result) -> unpack(inputs, layout, result));
  }

  /** Takes out of a result what is wanted of it. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(BatchLayout layout, OrtSession.Result result) throws ModelRunException;
  }

  private <T> T ask(List<ModelInput> inputs, int length, Reading<T> reading)
      throws ModelRunException {
    BatchLayout layout = new BatchLayout(contract.timeMajor(), inputs.size(), length, channels);
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      inputTensors.layOut(inputs, layout, tensors);
      try (OrtSession.Result result = session.run(tensors)) {
        return reading.of(layout, result);
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
    if (contract.classifies()) {
      return probabilities(result, layout.batch());
    }
    BatchLayout answers = answers(layout);
    FloatBuffer expected = floats(result, contract.answerOutput(), answers.size());
    FloatBuffer errors =
        contract.errorsOutput().isPresent()
            ? floats(result, contract.errorsOutput().get(), layout.batch() * channels)
            : null;
    List<float[]> states = states(result, layout.batch());
    List<ModelOutput> outputs = new ArrayList<>(layout.batch());
    for (int index = 0; index < layout.batch(); index++) {
      float[] answer = row(expected, answers.at(answers.length() - 1, index), channels);
      float[] error =
          errors == null
              ? errorsOf(inputs.get(index), answer)
              : row(errors, index * channels, channels);
      outputs.add(ModelOutput.expecting(inUnits(answer), error, states.get(index)));
    }
    return outputs;
  }

  private List<ModelOutput> probabilities(OrtSession.Result result, int batch)
      throws ModelRunException {
    int classes = contract.classes().size();
    FloatBuffer packed = floats(result, contract.answerOutput(), batch * classes);
    List<ModelOutput> outputs = new ArrayList<>(batch);
    for (int index = 0; index < batch; index++) {
      outputs.add(ModelOutput.classifying(row(packed, index * classes, classes)));
    }
    return outputs;
  }

  private BatchLayout answers(BatchLayout asked) {
    int rows = contract.modelKind().answerRows(asked.length());
    return new BatchLayout(contract.timeMajor(), asked.batch(), rows, channels);
  }

  private float[][] expectedRows(BatchLayout layout, OrtSession.Result result)
      throws ModelRunException {
    BatchLayout answers = answers(layout);
    FloatBuffer expected = floats(result, contract.answerOutput(), answers.size());
    float[][] rows = new float[answers.length()][];
    for (int time = 0; time < rows.length; time++) {
      rows[time] = inUnits(row(expected, answers.at(time, 0), channels));
    }
    return rows;
  }

  private List<float[]> states(OrtSession.Result result, int batch) throws ModelRunException {
    List<float[]> states = Stream.generate(() -> new float[carried.size()]).limit(batch).toList();
    for (StateTensor tensor : carried.tensors()) {
      FloatBuffer packed = floats(result, tensor.output(), tensor.size() * batch);
      for (int index = 0; index < batch; index++) {
        tensor.unpack(packed, index, batch, states.get(index));
      }
    }
    return states;
  }

  /** How far the newest row is off what the network answered, both scaled. */
  private float[] errorsOf(ModelInput input, float[] answer) {
    float[] errors = new float[channels];
    int newest = input.values().length - channels;
    for (int channel = 0; channel < channels; channel++) {
      errors[channel] = Math.abs(inputTensors.valueOf(input, newest + channel) - answer[channel]);
    }
    return errors;
  }

  float[] inUnits(float[] answer) {
    if (contract.scaling() == null) {
      return answer;
    }
    float[] expected = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      expected[channel] = contract.scaling().unscaled(channel, answer[channel]);
    }
    return expected;
  }

  private static float[] row(FloatBuffer buffer, int at, int size) {
    float[] row = new float[size];
    buffer.get(at, row);
    return row;
  }

  FloatBuffer floats(OrtSession.Result result, String output, int expectedCount)
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
