package dev.kilter.onnx;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One run of a network, seen from inside.
 *
 * @param rows the rows that went in
 * @param layers what went on in the recurrent layers
 * @param output what came out
 */
record ExplainedStep(ExplainedRows rows, List<LayerTrace> layers, ModelOutput output) {

  /** This, and the run after it that went on from its state. */
  ExplainedStep then(ExplainedStep next) {
    List<LayerTrace> more =
        IntStream.range(0, layers.size())
            .mapToObj(layer -> layers.get(layer).then(next.layers.get(layer)))
            .toList();
    return new ExplainedStep(rows.then(next.rows), more, next.output);
  }
}
