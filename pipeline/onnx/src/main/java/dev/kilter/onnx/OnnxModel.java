package dev.kilter.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network loaded into ONNX Runtime. Owns the native session: opened once, closed once, safe to
 * close twice. One thread runs it at a time.
 */
public final class OnnxModel implements AutoCloseable {
  private final OrtEnvironment environment = OnnxEnvironment.get();
  private final ModelContract contract;
  private final OrtSession session;
  private final int rowSize;
  private FloatBuffer input = FloatBuffer.allocate(0);
  private boolean closed;

  private OnnxModel(ModelContract contract, byte[] network) throws OrtException {
    this.contract = contract;
    this.rowSize = contract.channels().size();
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
   * Runs a batch of sequences through the network.
   *
   * @param sequences each {@code [time][channel]} flattened, in the channels' units
   * @return one output per sequence, in the same order
   * @throws ModelRunException when ONNX Runtime refuses or fails
   */
  public List<ModelOutput> run(List<float[]> sequences) throws ModelRunException {
    int batch = sequences.size();
    int length = contract.sequence().length();
    long[] shape =
        contract.timeMajor()
            ? new long[] {length, batch, rowSize}
            : new long[] {batch, length, rowSize};
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, pack(sequences), shape);
        OrtSession.Result result = session.run(Map.of(contract.sequenceInput(), tensor))) {
      return unpack(sequences, result);
    } catch (OrtException e) {
      throw new ModelRunException(contract.reference() + " failed on " + batch + " sequences", e);
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

  private FloatBuffer pack(List<float[]> sequences) {
    int batch = sequences.size();
    int length = contract.sequence().length();
    FloatBuffer packed = inputOf(batch * length * rowSize);
    for (int index = 0; index < batch; index++) {
      float[] sequence = sequences.get(index);
      for (int time = 0; time < length; time++) {
        packed.put(at(time, index, batch, length), sequence, time * rowSize, rowSize);
      }
    }
    return packed;
  }

  private List<ModelOutput> unpack(List<float[]> sequences, OrtSession.Result result)
      throws ModelRunException {
    int batch = sequences.size();
    int length = contract.sequence().length();
    FloatBuffer reconstruction =
        floats(result, contract.reconstructionOutput(), batch * length * rowSize);
    FloatBuffer errors =
        contract.errorsOutput().isPresent()
            ? floats(result, contract.errorsOutput().get(), batch * rowSize)
            : null;
    List<ModelOutput> outputs = new ArrayList<>(batch);
    for (int index = 0; index < batch; index++) {
      float[] expected = new float[rowSize];
      reconstruction.get(at(length - 1, index, batch, length), expected);
      float[] error =
          errors == null
              ? scaledErrors(sequences.get(index), expected)
              : row(errors, index * rowSize);
      outputs.add(new ModelOutput(expected, error));
    }
    return outputs;
  }

  private float[] scaledErrors(float[] sequence, float[] expected) {
    float[] errors = new float[rowSize];
    int newest = sequence.length - rowSize;
    for (int channel = 0; channel < rowSize; channel++) {
      float deviation = contract.scaling().deviation()[channel];
      errors[channel] = Math.abs(sequence[newest + channel] - expected[channel]) / deviation;
    }
    return errors;
  }

  private float[] row(FloatBuffer buffer, int at) {
    float[] row = new float[rowSize];
    buffer.get(at, row);
    return row;
  }

  private int at(int time, int index, int batch, int length) {
    int row = contract.timeMajor() ? time * batch + index : index * length + time;
    return row * rowSize;
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
              + " belong",
          null);
    }
    return floats;
  }

  private FloatBuffer inputOf(int floats) {
    if (input.capacity() < floats) {
      input =
          ByteBuffer.allocateDirect(floats * Float.BYTES)
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
    }
    return input.clear().limit(floats);
  }

  private static OrtSession.SessionOptions singleThreaded() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setOptimizationLevel(OptLevel.ALL_OPT);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.addConfigEntry("session.inter_op.allow_spinning", "0");
    return options;
  }
}
