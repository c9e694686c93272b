package dev.kilter.bench.check;

import ai.onnxruntime.OrtException;
import dev.kilter.bench.load.Workload;
import dev.kilter.bench.network.BareNetwork;
import dev.kilter.bench.network.RawScore;
import dev.kilter.onnx.ModelBundle;

/** The scores of the first sequences of a few machines, in batches of one size or another. */
final class FirstScores {
  private FirstScores() {}

  static double[] of(ModelBundle bundle, int machines, int batch) throws OrtException {
    Workload load = new Workload(machines);
    RawScore rawScore = RawScore.of(bundle);
    double[] scores = new double[machines];
    try (BareNetwork network = BareNetwork.open(bundle, batch)) {
      for (int first = 0; first < machines; first += batch) {
        network.fill(load, first);
        network.run();
        for (int index = 0; index < batch; index++) {
          scores[first + index] = rawScore.of(network.errors(index));
        }
      }
    }
    return scores;
  }
}
