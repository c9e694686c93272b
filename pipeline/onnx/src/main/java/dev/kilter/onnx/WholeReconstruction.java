package dev.kilter.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All rows as a network makes them of one sequence, where judging looks at the newest alone. */
record WholeReconstruction(OnnxModel model) {

  /**
   * Runs one sequence.
   *
   * @return {@code [time][channel]}, in the channels' units
   */
  float[][] of(ModelInput input) throws ModelRunException, OrtException {
    ModelContract contract = model.contract();
    int channels = contract.channels().size();
    int length = input.values().length / channels;
    BatchLayout layout = new BatchLayout(contract.timeMajor(), 1, length, channels);
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      model.fill(tensors, List.of(input), layout);
      try (OrtSession.Result result = model.session().run(tensors)) {
        return rows(
            model.floats(result, contract.reconstructionOutput(), layout.size()), length, channels);
      }
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private float[][] rows(FloatBuffer rebuilt, int length, int channels) {
    float[][] rows = new float[length][];
    for (int time = 0; time < length; time++) {
      float[] row = new float[channels];
      rebuilt.get(time * channels, row);
      rows[time] = model.inUnits(row);
    }
    return rows;
  }
}
