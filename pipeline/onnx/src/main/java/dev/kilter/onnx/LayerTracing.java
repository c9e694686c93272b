package dev.kilter.onnx;

import dev.kilter.onnx.graph.DirectionTrace;
import dev.kilter.onnx.graph.RecurrentLayer;
import dev.kilter.onnx.graph.RecurrentRun;
import dev.kilter.onnx.graph.Tap;
import dev.kilter.onnx.graph.TappedNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Computes the gates of a layer from its weights and the rows that ONNX Runtime gave it, and holds
 * every state against ONNX Runtime's.
 */
final class LayerTracing {
  private static final double TOLERANCE = 1e-5;

  private final RecurrentLayer layer;
  private final Map<Tap, String> taps;
  private final Map<String, float[]> values;

  /**
   * The tracing of one layer over one sequence.
   *
   * @param number the number of the layer's taps
   * @param values what came out of the tapped network
   */
  LayerTracing(RecurrentLayer layer, int number, Map<String, float[]> values) {
    this.layer = layer;
    this.taps = TappedNetwork.taps(layer, number);
    this.values = values;
  }

  LayerTrace trace() throws ModelRunException {
    List<DirectionTrace> directions = new ArrayList<>();
    double difference = 0;
    for (int way = 0; way < layer.directions(); way++) {
      DirectionTrace trace =
          RecurrentRun.over(
              layer,
              way,
              tapped(Tap.ROWS),
              before(Tap.HIDDEN_BEFORE, way),
              before(Tap.CELL_BEFORE, way));
      directions.add(trace);
      difference = Math.max(difference, difference(trace, way));
    }
    if (!(difference <= TOLERANCE)) {
      throw new ModelRunException(
          "the states of "
              + layer.name()
              + ", computed from its weights, are up to "
              + difference
              + " off those of ONNX Runtime",
          null);
    }
    return new LayerTrace(layer, directions, difference);
  }

  private float[] before(Tap tap, int way) {
    int units = layer.hidden();
    return taps.containsKey(tap)
        ? Arrays.copyOfRange(tapped(tap), way * units, (way + 1) * units)
        : new float[units];
  }

  /** The largest difference between a state and the same of ONNX Runtime; NaN if one is none. */
  private double difference(DirectionTrace trace, int way) {
    int units = layer.hidden();
    double largest = 0;
    for (int row = 0; row < trace.rows(); row++) {
      int theirs = (row * layer.directions() + way) * units;
      largest = Math.max(largest, off(trace.hidden(), row * units, Tap.HIDDEN, theirs));
    }
    int last = trace.last() * units;
    largest = Math.max(largest, off(trace.hidden(), last, Tap.HIDDEN_AFTER, way * units));
    return taps.containsKey(Tap.CELL_AFTER)
        ? Math.max(largest, off(trace.cells(), last, Tap.CELL_AFTER, way * units))
        : largest;
  }

  /** A cell state can grow: above 1, float32 is as far off as it is large. */
  private double off(float[] ours, int at, Tap tap, int theirs) {
    float[] expected = tapped(tap);
    double largest = 0;
    for (int unit = 0; unit < layer.hidden(); unit++) {
      double state = expected[theirs + unit];
      largest = Math.max(largest, Math.abs(ours[at + unit] - state) / Math.max(1, Math.abs(state)));
    }
    return largest;
  }

  private float[] tapped(Tap tap) {
    return values.get(taps.get(tap));
  }
}
