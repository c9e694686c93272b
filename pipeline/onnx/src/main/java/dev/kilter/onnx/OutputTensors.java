package dev.kilter.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Takes what a network says of a batch apart again, sequence by sequence. */
final class OutputTensors {
  private final ModelContract contract;
  private final CarriedState carried;
  private final InputTensors inputTensors;
  private final int channels;

  OutputTensors(ModelContract contract, CarriedState carried, InputTensors inputTensors) {
    this.contract = contract;
    this.carried = carried;
    this.inputTensors = inputTensors;
    this.channels = contract.channels().size();
  }

  /**
   * What a network said of each sequence of a batch.
   *
   * @throws ModelRunException when it gave other sizes than the contract says
   */
  List<ModelOutput> unpack(List<ModelInput> inputs, BatchLayout layout, OrtSession.Result result)
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

  /** All rows as the network expects them of the one sequence it was given, in units. */
  float[][] expectedRows(BatchLayout layout, OrtSession.Result result) throws ModelRunException {
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

  private float[] inUnits(float[] answer) {
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

  private static FloatBuffer floats(OrtSession.Result result, String output, int expectedCount)
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
}
