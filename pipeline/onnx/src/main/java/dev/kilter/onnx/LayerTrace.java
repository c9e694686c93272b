package dev.kilter.onnx;

import dev.kilter.onnx.graph.DirectionTrace;
import dev.kilter.onnx.graph.Gate;
import dev.kilter.onnx.graph.RecurrentLayer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What went on in a recurrent layer over a sequence.
 *
 * @param layer the layer
 * @param directions each of its directions
 * @param difference the largest difference between a state computed here from the weights and the
 *     same of ONNX Runtime; of a state above 1, relative to it
 */
public record LayerTrace(RecurrentLayer layer, List<DirectionTrace> directions, double difference) {

  /** What a gate let through in one of the directions, {@code [row][unit]} flattened. */
  public float[] of(Gate gate, DirectionTrace direction) {
    return direction.gates().get(layer.cell().gates().indexOf(gate));
  }

  /** This, and what went on in the rows after it. */
  LayerTrace then(LayerTrace next) {
    List<DirectionTrace> more =
        IntStream.range(0, directions.size())
            .mapToObj(way -> directions.get(way).then(next.directions.get(way)))
            .toList();
    return new LayerTrace(layer, more, Math.max(difference, next.difference));
  }
}
