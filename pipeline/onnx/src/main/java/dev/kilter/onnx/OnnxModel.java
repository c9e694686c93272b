package dev.kilter.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import dev.kilter.UserError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A network loaded into ONNX Runtime. Owns the native session: opened once, closed once, safe to
 * close twice. One thread runs it at a time.
 */
public final class OnnxModel implements AutoCloseable {
  private final ModelContract contract;
  private final OrtSession session;
  private final InputTensors inputTensors;
  private final OutputTensors outputTensors;
  private final int channels;
  private boolean neverAlone;
  private boolean closed;

  private OnnxModel(ModelContract contract, OrtSession session) throws OrtException {
    this.contract = contract;
    this.session = session;
    CarriedState carried = CarriedState.of(contract, session);
    this.inputTensors = new InputTensors(contract, carried);
    this.outputTensors = new OutputTensors(contract, carried, inputTensors);
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
   * From now on gives a lone sequence itself for company: for a network that rounds it otherwise.
   */
  void neverAlone() {
    neverAlone = true;
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
      for (int i = 0; i < places.size(); i++) {
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
    return ask(
        inCompany(List.of(sequence)),
        sequence.values().length / channels,
        outputTensors::expectedRows);
  }

  private List<ModelOutput> runBucket(List<ModelInput> bucket, int length)
      throws ModelRunException {
    List<ModelInput> inputs = inCompany(bucket);
    return ask(inputs, length, (layout, result) -> outputTensors.unpack(inputs, layout, result));
  }

  private List<ModelInput> inCompany(List<ModelInput> inputs) {
    return neverAlone && inputs.size() == 1 ? List.of(inputs.get(0), inputs.get(0)) : inputs;
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
