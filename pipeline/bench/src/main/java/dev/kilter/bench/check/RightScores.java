package dev.kilter.bench.check;

import ai.onnxruntime.OrtException;
import dev.kilter.bench.load.Workload;
import dev.kilter.bench.network.BareNetwork;
import dev.kilter.bench.network.RawScore;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract.SequenceShape;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the bare network says of each sequence of a stream: what every peer must say too.
 *
 * @param scores the score of each sequence, by the number of its newest event
 * @param firstRow the first row of a machine that must be scored; one that carries its state may be
 *     left to warm up
 */
public record RightScores(Map<Long, Double> scores, Workload load, int firstRow) {

  /** Runs the rows of all machines through the network, those of one time at once. */
  public static RightScores of(ModelBundle bundle, Workload load, int rows) throws OrtException {
    SequenceShape shape = bundle.contract().sequence();
    RawScore rawScore = RawScore.of(bundle);
    Map<Long, Double> scores = new HashMap<>();
    try (BareNetwork network = BareNetwork.open(bundle, load.machines())) {
      for (int newest = shape.length() - 1; newest < rows; newest += shape.stride()) {
        network.fill(load, (long) (newest - shape.length() + 1) * load.machines());
        network.run();
        network.carryOn();
        for (int machine = 0; machine < load.machines(); machine++) {
          scores.put(
              (long) newest * load.machines() + machine, rawScore.of(network.errors(machine)));
        }
      }
    }
    return new RightScores(scores, load, Math.max(shape.length() - 1, shape.rowsToWarmUp()));
  }

  /** The numbers of the events behind which there must be a score. */
  public Set<Long> required() {
    return scores.keySet().stream()
        .filter(number -> load.row(number) >= firstRow)
        .collect(Collectors.toSet());
  }
}
