package dev.kilter.bench.network;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ONNX Runtime as its examples show it: nested arrays in, nested arrays out, one at a time. */
public final class NestedArrays implements AutoCloseable {
  private static final float[][] NO_STATE = {};

  /** How well it is treated. */
  public enum Manners {
    /** Default options; tensors and results are left to themselves. */
    PLAIN,
    /** One thread, and everything is closed. */
    TIDY
  }

  /**
   * What a network said.
   *
   * @param errors the newest row's error of each channel
   * @param states each state to go on from
   */
  public record Answer(float[] errors, float[][] states) {}

  private final OrtSession session;
  private final ModelContract contract;
  private final Manners manners;

  private NestedArrays(OrtSession session, ModelContract contract, Manners manners) {
    this.session = session;
    this.contract = contract;
    this.manners = manners;
  }

  /** Loads a network. */
  public static NestedArrays open(ModelBundle bundle, Manners manners) throws OrtException {
    OrtSession session =
        switch (manners) {
          case PLAIN -> Sessions.standard(bundle);
          case TIDY -> Sessions.singleThreaded(bundle);
        };
    return new NestedArrays(session, bundle.contract(), manners);
  }

  /** A row as the network takes it. */
  public static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int channel = 0; channel < floats.length; channel++) {
      floats[channel] = (float) values[channel];
    }
    return floats;
  }

  /**
   * Runs one window.
   *
   * @param rows {@code [time][1][channel]}
   * @return the newest row's error of each channel
   */
  public float[] errors(float[][][] rows) throws OrtException {
    return run(rows, NO_STATE).errors();
  }

  /**
   * Runs one window on from a state.
   *
   * @param rows {@code [time][1][channel]}
   * @param states each state that was carried so far, of a network with one layer
   */
  public Answer run(float[][][] rows, float[][] states) throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    inputs.put(contract.sequenceInput(), tensor(rows));
    for (int state = 0; state < states.length; state++) {
      inputs.put(contract.stateInputs().get(state), tensor(new float[][][] {{states[state]}}));
    }
    OrtSession.Result result = session.run(inputs);
    Answer answer = takeOut(result);
    if (manners == Manners.TIDY) {
      result.close();
      inputs.values().forEach(OnnxTensor::close);
    }
    return answer;
  }

  /** The states before the first row. */
  public float[][] beginning() throws OrtException {
    List<String> names = contract.stateInputs();
    float[][] states = new float[names.size()][];
    for (int state = 0; state < states.length; state++) {
      TensorInfo tensor = (TensorInfo) session.getInputInfo().get(names.get(state)).getInfo();
      states[state] = new float[(int) tensor.getShape()[2]];
    }
    return states;
  }

  private Answer takeOut(OrtSession.Result result) throws OrtException {
    float[][] errors = (float[][]) value(result, contract.errorsOutput().orElseThrow());
    List<String> names = contract.stateOutputs();
    float[][] states = new float[names.size()][];
    for (int state = 0; state < states.length; state++) {
      states[state] = ((float[][][]) value(result, names.get(state)))[0][0];
    }
    return new Answer(errors[0], states);
  }

  private static OnnxTensor tensor(float[][][] values) throws OrtException {
    return OnnxTensor.createTensor(Sessions.environment(), values);
  }

  private static Object value(OrtSession.Result result, String name) throws OrtException {
    return result.get(name).orElseThrow().getValue();
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
