package dev.kilter.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The memory outside the heap that a network writes what it says of a batch into. Memory and
 * tensors stay from batch to batch as long as the layout does.
 */
final class OutputTensors implements AutoCloseable {
  private final ModelContract.Scaling scaling;
  private final ModelKind kind;
  private final String answerName;
  private final int answerSize;
  private final String errorsName;
  private final InputTensors inputs;
  private final TensorBuffer answers = new TensorBuffer();
  private final TensorBuffer errors = new TensorBuffer();
  private final StateBuffer[] states;
  private final Map<String, OnnxTensor> tensors = new HashMap<>();
  private final float[] carriedOut;
  private int[] stateBits = {};
  private boolean statesFinite;
  private BatchLayout layout;
  private BatchLayout answerLayout;

  OutputTensors(ModelContract contract, CarriedState carried, InputTensors inputs) {
    this.scaling = contract.scaling();
    this.kind = contract.modelKind();
    this.answerName = contract.answerOutput();
    this.answerSize = contract.answerNames().size();
    this.errorsName = contract.errorsOutput().orElse(null);
    this.states = StateBuffer.of(carried);
    this.carriedOut = new float[carried.size()];
    this.inputs = inputs;
  }

  /** Makes the tensors of a layout, if they are not there from the batch before. */
  void layOut(BatchLayout wanted) throws OrtException {
    if (wanted.equals(layout)) {
      return;
    }
    close();
    answerLayout = wanted.answering(kind, answerSize);
    long[] shape = kind.expects() ? answerLayout.shape() : twoAxes(wanted.batch(), answerSize);
    tensors.put(answerName, tensor(answers.of(answerLayout.size()), shape));
    if (errorsName != null) {
      FloatBuffer packed = errors.of(wanted.batch() * wanted.channels());
      tensors.put(errorsName, tensor(packed, twoAxes(wanted.batch(), wanted.channels())));
    }
    for (StateBuffer state : states) {
      FloatBuffer packed = state.of(wanted.batch());
      tensors.put(state.tensor().output(), tensor(packed, state.tensor().shape(wanted.batch())));
    }
    if (stateBits.length < carriedOut.length * wanted.batch()) {
      stateBits = new int[carriedOut.length * wanted.batch()];
    }
    layout = wanted;
  }

  /**
   * A batch has run. Its states are looked at together: hardly ever is there one that is no number.
   */
  void ran() {
    statesFinite = true;
    for (StateBuffer state : states) {
      statesFinite &= state.areFinite(layout.batch(), stateBits);
    }
  }

  /** What went in with a sequence comes out of it again. */
  void restoreState(int index) {
    for (int place = 0; place < states.length; place++) {
      StateTensor tensor = states[place].tensor();
      tensor.copy(inputs.stateFloats(place), states[place].floats(), index, layout.batch());
    }
  }

  /** What came out of the batch goes in with the next, from where it is. */
  void carryOn() {
    inputs.swapStates(states, tensors);
  }

  /** The tensors by name; good until the layout changes. */
  Map<String, OnnxTensor> tensors() {
    return tensors;
  }

  /**
   * Holds against the layout what a network gave without being told where to put it.
   *
   * @throws ModelRunException naming the first output of another size
   */
  void check(OrtSession.Result result) throws ModelRunException {
    for (Map.Entry<String, OnnxTensor> tensor : tensors.entrySet()) {
      long[] belongs = tensor.getValue().getInfo().getShape();
      long[] given = ((OnnxTensor) result.get(tensor.getKey()).orElseThrow()).getInfo().getShape();
      if (!Arrays.equals(given, belongs)) {
        throw new ModelRunException(
            "output "
                + tensor.getKey()
                + " has the shape "
                + Arrays.toString(given)
                + " where "
                + Arrays.toString(belongs)
                + " belongs; look at axes and outputs in model.json",
            null);
      }
    }
  }

  /** How the answers of the batch lie. */
  BatchLayout answerLayout() {
    return answerLayout;
  }

  /**
   * What the network said of the newest row of a sequence: as it expects it, in the channels'
   * units; or how probable each class is.
   *
   * @param answer {@code [channel]} or {@code [class]}; filled
   */
  void answer(int index, float[] answer) {
    row(answerLayout.length() - 1, index, answer);
  }

  /** What the network said of one of the rows of a sequence. */
  void row(int time, int index, float[] answer) {
    answers.floats().get(answerLayout.at(time, index), answer);
    boolean scaled = scaling != null && kind.expects();
    for (int channel = 0; scaled && channel < answer.length; channel++) {
      answer[channel] = scaling.unscaled(channel, answer[channel]);
    }
  }

  /**
   * How far the newest row of a sequence is off what the network said, both scaled.
   *
   * @param error {@code [channel]}; filled
   */
  void error(int index, float[] error) {
    if (errorsName != null) {
      errors.floats().get(index * error.length, error);
      return;
    }
    int newest = answerLayout.at(answerLayout.length() - 1, index);
    for (int channel = 0; channel < error.length; channel++) {
      float said = answers.floats().get(newest + channel);
      error[channel] = Math.abs(inputs.newest(index, channel) - said);
    }
  }

  /**
   * Whether every number of a sequence is one: a network that gets NaN gives NaN, and says nothing
   * of it.
   */
  boolean isFinite(int index) {
    int newest = answerLayout.at(answerLayout.length() - 1, index);
    boolean finite = isFinite(answers.floats(), newest, answerLayout.channels());
    if (errorsName != null) {
      finite &= isFinite(errors.floats(), index * layout.channels(), layout.channels());
    } else if (kind.expects()) {
      finite &= inputs.isNewestFinite(index);
    }
    if (!statesFinite) {
      state(index, carriedOut);
      finite &= Finite.all(carriedOut);
    }
    return finite;
  }

  static boolean isFinite(FloatBuffer numbers, int from, int count) {
    for (int at = from; at < from + count; at++) {
      if (!Float.isFinite(numbers.get(at))) {
        return false;
      }
    }
    return true;
  }

  /** What goes in with a sequence's next row; filled. */
  void state(int index, float[] state) {
    for (StateBuffer buffer : states) {
      buffer.tensor().unpack(buffer.floats(), index, layout.batch(), state);
    }
  }

  private static long[] twoAxes(int batch, int size) {
    return new long[] {batch, size};
  }

  private static OnnxTensor tensor(FloatBuffer packed, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(OnnxEnvironment.get(), packed, shape);
  }

  @Override
  public void close() {
    layout = null;
    tensors.values().forEach(OnnxTensor::close);
    tensors.clear();
  }
}
