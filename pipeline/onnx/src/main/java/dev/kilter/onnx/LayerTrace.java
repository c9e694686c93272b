package dev.kilter.onnx;

import dev.kilter.onnx.graph.DirectionTrace;
import dev.kilter.onnx.graph.RecurrentLayer;
import java.util.List;

/**
 * What went on in a recurrent layer over a sequence.
 *
 * @param layer the layer
 * @param directions each of its directions
 * @param difference the largest difference between a state computed here from the weights and the
 *     same of ONNX Runtime; of a state above 1, relative to it
 */
public record LayerTrace(
    RecurrentLayer layer, List<DirectionTrace> directions, double difference) {}
