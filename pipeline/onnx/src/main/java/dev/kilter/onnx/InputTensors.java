package dev.kilter.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The memory outside the heap that a network reads a batch from, laid out as it wants it. Memory
 * and tensors stay from batch to batch as long as the layout does.
 */
final class InputTensors implements AutoCloseable {
  private final OrtEnvironment environment = OnnxEnvironment.get();
  private final ModelContract.Scaling scaling;
  private final String sequenceName;
  private final String maskName;
  private final String lengthsName;
  private final TensorBuffer values = new TensorBuffer();
  private final TensorBuffer mask = new TensorBuffer();
  private final StateBuffer[] states;
  private final Map<String, OnnxTensor> tensors = new HashMap<>();
  private BatchLayout layout;

  InputTensors(ModelContract contract, CarriedState carried) {
    this.scaling = contract.scaling();
    this.sequenceName = contract.sequenceInput();
    this.maskName = contract.maskInput().orElse(null);
    this.lengthsName = contract.lengthsInput().orElse(null);
    this.states = StateBuffer.of(carried);
  }

  /** Makes the tensors of a layout, if they are not there from the batch before. */
  void layOut(BatchLayout wanted) throws OrtException {
    if (wanted.equals(layout)) {
      return;
    }
    close();
    tensors.put(sequenceName, tensor(values.of(wanted.size()), wanted.shape()));
    if (maskName != null) {
      tensors.put(maskName, tensor(mask.of(wanted.size()), wanted.shape()));
    }
    if (lengthsName != null) {
      tensors.put(lengthsName, lengths(wanted));
    }
    for (StateBuffer state : states) {
      FloatBuffer packed = state.of(wanted.batch());
      tensors.put(state.tensor().input(), tensor(packed, state.tensor().shape(wanted.batch())));
    }
    layout = wanted;
  }

  /** The tensors by name; good until the layout changes. */
  Map<String, OnnxTensor> tensors() {
    return tensors;
  }

  /**
   * Puts a sequence in its place of the batch.
   *
   * @param rows {@code [time][channel]} flattened, oldest row first; older rows than the layout has
   *     are left out
   * @param measured which of the values were measured
   */
  void put(int index, float[] rows, boolean[] measured) {
    int channels = layout.channels();
    int from = rows.length - layout.length() * channels;
    for (int time = 0; time < layout.length(); time++) {
      putRow(layout.at(time, index), rows, measured, from + time * channels);
    }
  }

  private void putRow(int to, float[] rows, boolean[] measured, int from) {
    int channels = layout.channels();
    if (scaling == null && maskName == null) {
      values.floats().put(to, rows, from, channels);
      return;
    }
    for (int channel = 0; channel < channels; channel++) {
      boolean known = measured[from + channel];
      values.floats().put(to + channel, valueOf(channel, rows[from + channel], known));
      if (maskName != null) {
        mask.floats().put(to + channel, known ? 1 : 0);
      }
    }
  }

  /** A value as the network takes it; one that is told what is missing gets no NaN for it. */
  private float valueOf(int channel, float value, boolean measured) {
    if (Float.isNaN(value) && !measured && maskName != null) {
      return 0;
    }
    return scaling == null ? value : scaling.scaled(channel, value);
  }

  /** Puts a sequence's state in its place of the batch; empty where a history begins. */
  void putState(int index, float[] state) {
    for (StateBuffer buffer : states) {
      buffer.tensor().pack(state, index, layout.batch(), buffer.floats());
    }
  }

  /** The state that went in with a sequence; filled. */
  void state(int index, float[] state) {
    for (StateBuffer buffer : states) {
      buffer.tensor().unpack(buffer.floats(), index, layout.batch(), state);
    }
  }

  /** What goes in of one of the tensors that carry state. */
  FloatBuffer stateFloats(int place) {
    return states[place].floats();
  }

  /** Takes the memory and the tensors of what a network gave, and gives those of its own. */
  void swapStates(StateBuffer[] given, Map<String, OnnxTensor> outputs) {
    for (int place = 0; place < states.length; place++) {
      StateTensor tensor = states[place].tensor();
      states[place].swap(given[place]);
      OnnxTensor own = tensors.put(tensor.input(), outputs.get(tensor.output()));
      outputs.put(tensor.output(), own);
    }
  }

  /** Puts the first sequence in the second place, too. */
  void repeatFirst() {
    for (int time = 0; time < layout.length(); time++) {
      repeat(values.floats(), layout.at(time, 0), layout.at(time, 1), layout.channels());
      if (maskName != null) {
        repeat(mask.floats(), layout.at(time, 0), layout.at(time, 1), layout.channels());
      }
    }
    for (StateBuffer buffer : states) {
      StateTensor tensor = buffer.tensor();
      for (int layer = 0; layer < tensor.layers(); layer++) {
        int from = layer * layout.batch() * tensor.units();
        repeat(buffer.floats(), from, from + tensor.units(), tensor.units());
      }
    }
  }

  private static void repeat(FloatBuffer numbers, int from, int to, int count) {
    for (int at = 0; at < count; at++) {
      numbers.put(to + at, numbers.get(from + at));
    }
  }

  /** A value of the newest row of a sequence, as the network was given it. */
  float newest(int index, int channel) {
    return values.floats().get(layout.at(layout.length() - 1, index) + channel);
  }

  /** Whether every value of the newest row of a sequence is a number. */
  boolean isNewestFinite(int index) {
    int newest = layout.at(layout.length() - 1, index);
    return OutputTensors.isFinite(values.floats(), newest, layout.channels());
  }

  private OnnxTensor lengths(BatchLayout wanted) throws OrtException {
    LongBuffer lengths =
        ByteBuffer.allocateDirect(wanted.batch() * Long.BYTES)
            .order(ByteOrder.nativeOrder())
            .asLongBuffer();
    for (int index = 0; index < wanted.batch(); index++) {
      lengths.put(index, wanted.length());
    }
    return OnnxTensor.createTensor(environment, lengths, new long[] {wanted.batch()});
  }

  private OnnxTensor tensor(FloatBuffer packed, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, packed, shape);
  }

  @Override
  public void close() {
    layout = null;
    tensors.values().forEach(OnnxTensor::close);
    tensors.clear();
  }
}
