package dev.kilter.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The state that a network carries from row to row: its tensors, as one flat array per sequence.
 *
 * @param tensors the tensors, in the contract's order; none where a network carries nothing
 */
record CarriedState(List<StateTensor> tensors) {

  /** Reads the shapes of the state from a network that was found to fit its contract. */
  static CarriedState of(ModelContract contract, OrtSession session) throws OrtException {
    Map<String, NodeInfo> nodes = session.getInputInfo();
    List<StateTensor> tensors = new ArrayList<>();
    int from = 0;
    for (int place = 0; place < contract.stateInputs().size(); place++) {
      String input = contract.stateInputs().get(place);
      long[] shape = ((TensorInfo) nodes.get(input).getInfo()).getShape();
      StateTensor tensor =
          new StateTensor(
              input, contract.stateOutputs().get(place), (int) shape[0], (int) shape[2], from);
      tensors.add(tensor);
      from += tensor.size();
    }
    return new CarriedState(List.copyOf(tensors));
  }

  /** How many numbers are carried for one sequence. */
  int size() {
    return tensors.stream().mapToInt(StateTensor::size).sum();
  }
}
