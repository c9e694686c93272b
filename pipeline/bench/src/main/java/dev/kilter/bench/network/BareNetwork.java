package dev.kilter.bench.network;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.kilter.bench.load.Workload;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * ONNX Runtime and nothing around it: batches of one size, read and written in memory that stays,
 * on the caller's thread. What no pipeline on the same network can beat.
 */
public final class BareNetwork implements AutoCloseable {
  private final OrtSession session;
  private final int length;
  private final int batch;
  private final DirectTensor rows;
  private final DirectTensor errors;
  private final List<DirectTensor> before = new ArrayList<>();
  private final List<DirectTensor> after = new ArrayList<>();
  private final Map<String, OnnxTensor> inputs = new HashMap<>();
  private final Map<String, OnnxTensor> outputs = new HashMap<>();

  private BareNetwork(OrtSession session, ModelContract contract, int batch) throws OrtException {
    this.session = session;
    this.length = contract.sequence().length();
    this.batch = batch;
    rows = DirectTensor.of(length, batch, Workload.CHANNELS);
    errors = DirectTensor.of(batch, Workload.CHANNELS);
    inputs.put(contract.sequenceInput(), rows.tensor());
    outputs.put(contract.errorsOutput().orElseThrow(), errors.tensor());
    for (int state = 0; state < contract.stateInputs().size(); state++) {
      addState(contract.stateInputs().get(state), contract.stateOutputs().get(state));
    }
  }

  /** Loads a network for batches of this size. */
  public static BareNetwork open(ModelBundle bundle, int batch) throws OrtException {
    return new BareNetwork(Sessions.singleThreaded(bundle), bundle.contract(), batch);
  }

  private void addState(String input, String output) throws OrtException {
    long[] shape = ((TensorInfo) session.getInputInfo().get(input).getInfo()).getShape();
    DirectTensor in = DirectTensor.of(shape[0], batch, shape[2]);
    DirectTensor out = DirectTensor.of(shape[0], batch, shape[2]);
    before.add(in);
    after.add(out);
    inputs.put(input, in.tensor());
    outputs.put(output, out.tensor());
  }

  /**
   * Fills the batch with one sequence each of neighbouring machines.
   *
   * @param first the number of the first machine's oldest event
   */
  public void fill(Workload load, long first) {
    for (int time = 0; time < length; time++) {
      for (int index = 0; index < batch; index++) {
        put(time, index, load.event(first + (long) time * load.machines() + index).values());
      }
    }
  }

  private void put(int time, int index, double[] row) {
    int at = (time * batch + index) * row.length;
    for (int channel = 0; channel < row.length; channel++) {
      rows.floats().put(at + channel, (float) row[channel]);
    }
  }

  /** Runs the batch. */
  public void run() throws OrtException {
    session.run(inputs, outputs).close();
  }

  /** Lets the next batch go on from the states after the last. */
  public void carryOn() {
    for (int state = 0; state < before.size(); state++) {
      before.get(state).copyFrom(after.get(state));
    }
  }

  /** The newest row's error of each channel, of one of the batch's sequences. */
  public float[] errors(int index) {
    float[] its = new float[Workload.CHANNELS];
    errors.floats().get(index * its.length, its);
    return its;
  }

  @Override
  public void close() throws OrtException {
    rows.close();
    errors.close();
    before.forEach(DirectTensor::close);
    after.forEach(DirectTensor::close);
    session.close();
  }
}
