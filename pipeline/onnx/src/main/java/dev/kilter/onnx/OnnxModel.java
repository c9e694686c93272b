package dev.kilter.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.kilter.UserError;
import java.util.List;
import java.util.Map;

/**
 * A network loaded into ONNX Runtime, with memory of its own for what goes in and comes out; the
 * native session it shares with all that run the same network. Closed once, safe to close twice.
 * One thread runs it at a time.
 */
public final class OnnxModel implements AutoCloseable {
  private final ModelContract contract;
  private final SessionShare share;
  private final SessionRunner runner;
  private final SessionRunner.Work<Void> batchRun;
  private final InputTensors inputs;
  private final OutputTensors outputs;
  private final int channels;
  private final int stateSize;
  private final boolean timeMajor;
  private final int mostAtOnce;
  private BatchLayout layout;
  private boolean neverAlone;
  private boolean alone;
  private boolean closed;

  private OnnxModel(ModelContract contract, SessionShare share, Execution execution)
      throws OrtException {
    this.contract = contract;
    this.mostAtOnce = execution.mostAtOnce(contract);
    this.share = share;
    this.runner = share.runner();
    CarriedState carried = CarriedState.of(contract, share.session());
    this.stateSize = carried.size();
    this.inputs = new InputTensors(contract, carried);
    this.outputs = new OutputTensors(contract, carried, inputs);
    this.batchRun = this::runBatch;
    this.channels = contract.channels().size();
    this.timeMajor = contract.timeMajor();
  }

  /**
   * Loads a network from its bytes, never from a path: so it cannot name files outside the bundle.
   *
   * @param place where the bundle lies, for messages
   * @param execution how it is run
   * @throws OrtException when ONNX Runtime does not take it
   * @throws UserError when there is no GPU where there must be, or its tensors are not what the
   *     contract says
   */
  static OnnxModel load(ModelContract contract, byte[] network, String place, Execution execution)
      throws OrtException {
    SessionShare share = OpenSessions.ofThisJvm().share(network, execution.processor());
    try {
      TensorCheck.check(contract, share.session(), place);
      return new OnnxModel(contract, share, execution);
    } catch (OrtException | UserError e) {
      share.close();
      throw e;
    }
  }

  /** What the bundle promises. */
  public ModelContract contract() {
    return contract;
  }

  /** Where it runs. */
  OpenedSession runsOn() {
    return share.opened();
  }

  /** So many sequences at most go through the network at once. */
  int mostAtOnce() {
    return mostAtOnce;
  }

  /**
   * From now on gives a lone sequence itself for company: for a network that rounds it otherwise.
   */
  void neverAlone() {
    neverAlone = true;
  }

  /**
   * Runs sequences through the network: those of one length at once, as many as may be.
   *
   * @return one output per sequence, in the same order
   * @throws ModelRunException when ONNX Runtime refuses or fails
   */
  public List<ModelOutput> run(List<ModelInput> sequences) throws ModelRunException {
    Map<Integer, List<Integer>> byLength =
        LengthBuckets.of(
            sequences.size(), place -> sequences.get(place).values().length / channels);
    ModelOutput[] said = new ModelOutput[sequences.size()];
    for (Map.Entry<Integer, List<Integer>> bucket : byLength.entrySet()) {
      List<Integer> places = bucket.getValue();
      for (int from = 0; from < places.size(); from += mostAtOnce) {
        int to = Math.min(places.size(), from + mostAtOnce);
        run(sequences, places.subList(from, to), bucket.getKey(), said);
      }
    }
    return List.of(said);
  }

  private void run(List<ModelInput> sequences, List<Integer> places, int length, ModelOutput[] said)
      throws ModelRunException {
    begin(places.size(), length);
    for (int index = 0; index < places.size(); index++) {
      put(index, sequences.get(places.get(index)));
    }
    run();
    for (int index = 0; index < places.size(); index++) {
      said[places.get(index)] = output(index);
    }
  }

  /**
   * All rows as the network expects them of one sequence, where a score looks at the newest alone.
   *
   * @return {@code [time][channel]}, in the channels' units
   * @throws ModelRunException when ONNX Runtime refuses or fails
   */
  float[][] expectedRows(ModelInput sequence) throws ModelRunException {
    begin(1, sequence.values().length / channels);
    put(0, sequence);
    run();
    float[][] rows = new float[outputs.answerLayout().length()][channels];
    for (int time = 0; time < rows.length; time++) {
      outputs.row(time, 0, rows[time]);
    }
    return rows;
  }

  /**
   * Begins a batch of sequences of one length; they are put into {@link #inputs()} next.
   *
   * @throws IllegalArgumentException when more are to go through at once than may
   */
  void begin(int batch, int length) throws ModelRunException {
    if (closed) {
      throw new IllegalStateException(contract.reference() + " is closed");
    }
    if (batch > mostAtOnce) {
      throw new IllegalArgumentException(
          batch + " sequences at once, where " + contract.reference() + " takes " + mostAtOnce);
    }
    alone = neverAlone && batch == 1;
    BatchLayout layout = new BatchLayout(timeMajor, alone ? 2 : batch, length, channels);
    try {
      inputs.layOut(layout);
      outputs.layOut(layout);
    } catch (OrtException e) {
      throw failed(layout, e);
    }
    this.layout = layout;
  }

  /** How many numbers are carried from row to row; 0 where nothing is. */
  int stateSize() {
    return stateSize;
  }

  /** Where a batch goes in. */
  InputTensors inputs() {
    return inputs;
  }

  /** Where what the network said of the batch that ran last is. */
  OutputTensors outputs() {
    return outputs;
  }

  /** Runs the batch that was begun and put in. */
  void run() throws ModelRunException {
    if (alone) {
      inputs.repeatFirst();
    }
    try {
      runner.call(batchRun);
      outputs.ran();
    } catch (OrtException e) {
      checkSizes();
      throw failed(layout, e);
    }
  }

  /** What the network said is in the outputs; the result only names them. */
  private Void runBatch(OrtSession session) throws OrtException {
    session.run(inputs.tensors(), outputs.tensors()).close();
    return null;
  }

  /** Says so in plain words where the network ran and gave something of another size. */
  private void checkSizes() throws ModelRunException {
    try (OrtSession.Result result = runner.call(session -> session.run(inputs.tensors()))) {
      outputs.check(result);
    } catch (OrtException e) {
      return; // It did not run: that is told by the one who asked.
    }
  }

  private ModelRunException failed(BatchLayout batch, OrtException e) {
    return new ModelRunException(
        contract.reference()
            + " failed on "
            + batch.batch()
            + " sequences of "
            + batch.length()
            + " rows: "
            + e.getMessage(),
        e);
  }

  private void put(int index, ModelInput input) {
    inputs.put(index, input.values(), input.mask());
    inputs.putState(index, input.state());
  }

  private ModelOutput output(int index) {
    float[] answer = new float[outputs.answerLayout().channels()];
    outputs.answer(index, answer);
    if (contract.classifies()) {
      return ModelOutput.classifying(answer);
    }
    float[] error = new float[channels];
    outputs.error(index, error);
    float[] state = new float[stateSize];
    outputs.state(index, state);
    return ModelOutput.expecting(answer, error, state);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    inputs.close();
    outputs.close();
    try {
      share.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime could not close " + contract.reference(), e);
    }
  }
}
