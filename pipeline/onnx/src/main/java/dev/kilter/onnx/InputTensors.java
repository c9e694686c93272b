package dev.kilter.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays batches out as tensors. The memory they are laid out in is kept from batch to batch, so the
 * tensors of one are good until the next.
 */
final class InputTensors {
  private final OrtEnvironment environment = OnnxEnvironment.get();
  private final ModelContract contract;
  private final CarriedState carried;
  private final TensorBuffer values = new TensorBuffer();
  private final TensorBuffer mask = new TensorBuffer();
  private final Map<StateTensor, TensorBuffer> states = new HashMap<>();

  InputTensors(ModelContract contract, CarriedState carried) {
    this.contract = contract;
    this.carried = carried;
    carried.tensors().forEach(tensor -> states.put(tensor, new TensorBuffer()));
  }

  /**
   * Lays out sequences of one length.
   *
   * @param tensors where the tensors are put by name, to be closed by the caller even if this fails
   */
  void layOut(List<ModelInput> inputs, BatchLayout layout, Map<String, OnnxTensor> tensors)
      throws OrtException {
    FloatBuffer packed = values.of(layout.size());
    each(inputs, layout, (input, at, to) -> packed.put(to, valueOf(input, at)));
    tensors.put(contract.sequenceInput(), tensor(packed, layout.shape()));
    if (contract.maskInput().isPresent()) {
      FloatBuffer measured = mask.of(layout.size());
      each(inputs, layout, (input, at, to) -> measured.put(to, input.mask()[at] ? 1 : 0));
      tensors.put(contract.maskInput().get(), tensor(measured, layout.shape()));
    }
    if (contract.lengthsInput().isPresent()) {
      long[] lengths = new long[layout.batch()];
      Arrays.fill(lengths, layout.length());
      tensors.put(contract.lengthsInput().get(), OnnxTensor.createTensor(environment, lengths));
    }
    for (StateTensor state : carried.tensors()) {
      FloatBuffer packedStates = states.get(state).of(state.size() * layout.batch());
      state.pack(inputs, packedStates);
      tensors.put(state.input(), tensor(packedStates, state.shape(layout.batch())));
    }
  }

  /** A value as the network takes it; one that is told what is missing gets no NaN for it. */
  float valueOf(ModelInput input, int at) {
    float value = input.values()[at];
    if (Float.isNaN(value) && !input.mask()[at] && contract.maskInput().isPresent()) {
      return 0;
    }
    int channel = at % contract.channels().size();
    return contract.scaling() == null ? value : contract.scaling().scaled(channel, value);
  }

  private OnnxTensor tensor(FloatBuffer packed, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, packed, shape);
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
}
