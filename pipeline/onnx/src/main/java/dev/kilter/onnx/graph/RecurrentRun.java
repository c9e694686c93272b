package dev.kilter.onnx.graph;

import java.util.List;
import java.util.stream.Stream;

/**
 * The arithmetic of one direction of a layer, as the equations of ONNX's operators LSTM and GRU
 * have it, from the stored weights, in double precision.
 */
public final class RecurrentRun {
  private final RecurrentLayer layer;
  private final int way;
  private final int units;
  private final double[] hidden;
  private final double[] cell;

  private RecurrentRun(RecurrentLayer layer, int way, float[] hidden, float[] cell) {
    this.layer = layer;
    this.way = way;
    this.units = layer.hidden();
    this.hidden = widened(hidden);
    this.cell = widened(cell);
  }

  /**
   * Reads rows in one direction.
   *
   * @param way which of the layer's directions, from 0
   * @param rows what comes in, {@code [row][input]} flattened, the oldest first
   * @param hidden the hidden state before, {@code [unit]}
   * @param cell the cell state before, {@code [unit]}; passed over where the cell has none
   */
  public static DirectionTrace over(
      RecurrentLayer layer, int way, float[] rows, float[] hidden, float[] cell) {
    return new RecurrentRun(layer, way, hidden, cell).read(rows);
  }

  private DirectionTrace read(float[] rows) {
    int count = rows.length / layer.inputs();
    boolean reverse = layer.isReverse(way);
    DirectionTrace trace = emptyTrace(reverse, count);
    for (int step = 0; step < count; step++) {
      int row = reverse ? count - 1 - step : step;
      double[] sums = inputSums(rows, row * layer.inputs());
      if (layer.cell() == Cell.LSTM) {
        lstmStep(sums, row, trace);
      } else {
        gruStep(sums, row, trace);
      }
    }
    return trace;
  }

  private DirectionTrace emptyTrace(boolean reverse, int count) {
    int size = count * units;
    List<float[]> gates =
        Stream.generate(() -> new float[size]).limit(layer.cell().gates().size()).toList();
    float[] cells = layer.cell() == Cell.LSTM ? new float[size] : null;
    return new DirectionTrace(reverse, units, gates, cells, new float[size]);
  }

  private void lstmStep(double[] sums, int row, DirectionTrace trace) {
    addRecurrent(sums, hidden, 0, sums.length);
    for (int unit = 0; unit < units; unit++) {
      double input = sigmoid(sums[unit]);
      double output = sigmoid(sums[units + unit]);
      double forget = sigmoid(sums[2 * units + unit]);
      double candidate = Math.tanh(sums[3 * units + unit]);
      cell[unit] = forget * cell[unit] + input * candidate;
      hidden[unit] = output * Math.tanh(cell[unit]);
      int at = row * units + unit;
      keep(trace, at, input, output, forget, candidate);
      trace.cells()[at] = (float) cell[unit];
      trace.hidden()[at] = (float) hidden[unit];
    }
  }

  private void gruStep(double[] sums, int row, DirectionTrace trace) {
    addRecurrent(sums, hidden, 0, 2 * units);
    double[] update = new double[units];
    double[] reset = new double[units];
    for (int unit = 0; unit < units; unit++) {
      update[unit] = sigmoid(sums[unit]);
      reset[unit] = sigmoid(sums[units + unit]);
    }
    double[] candidate = layer.resetsAfter() ? resetAfter(sums, reset) : resetBefore(sums, reset);
    for (int unit = 0; unit < units; unit++) {
      hidden[unit] = (1 - update[unit]) * candidate[unit] + update[unit] * hidden[unit];
      int at = row * units + unit;
      keep(trace, at, update[unit], reset[unit], candidate[unit]);
      trace.hidden()[at] = (float) hidden[unit];
    }
  }

  private double[] resetAfter(double[] sums, double[] reset) {
    double[] seen = new double[sums.length];
    addRecurrent(seen, hidden, 2 * units, sums.length);
    double[] candidate = new double[units];
    for (int unit = 0; unit < units; unit++) {
      candidate[unit] = Math.tanh(sums[2 * units + unit] + reset[unit] * seen[2 * units + unit]);
    }
    return candidate;
  }

  private double[] resetBefore(double[] sums, double[] reset) {
    double[] kept = new double[units];
    for (int unit = 0; unit < units; unit++) {
      kept[unit] = reset[unit] * hidden[unit];
    }
    addRecurrent(sums, kept, 2 * units, sums.length);
    double[] candidate = new double[units];
    for (int unit = 0; unit < units; unit++) {
      candidate[unit] = Math.tanh(sums[2 * units + unit]);
    }
    return candidate;
  }

  /** What the input weights make of a row, with their bias. */
  private double[] inputSums(float[] rows, int from) {
    float[] weights = layer.input().values();
    int inputs = layer.inputs();
    double[] sums = new double[layer.rows()];
    for (int row = 0; row < sums.length; row++) {
      sums[row] = layer.bias(way, row);
      int first = (way * sums.length + row) * inputs;
      for (int input = 0; input < inputs; input++) {
        sums[row] += (double) weights[first + input] * rows[from + input];
      }
    }
    return sums;
  }

  /** Adds what the recurrent weights make of a state, with their bias, to some of the sums. */
  private void addRecurrent(double[] sums, double[] state, int from, int to) {
    float[] weights = layer.recurrent().values();
    for (int row = from; row < to; row++) {
      sums[row] += layer.recurrentBias(way, row);
      int first = (way * layer.rows() + row) * units;
      for (int unit = 0; unit < units; unit++) {
        sums[row] += weights[first + unit] * state[unit];
      }
    }
  }

  private static void keep(DirectionTrace trace, int at, double... gates) {
    for (int gate = 0; gate < gates.length; gate++) {
      trace.gates().get(gate)[at] = (float) gates[gate];
    }
  }

  private static double sigmoid(double sum) {
    return 1 / (1 + Math.exp(-sum));
  }

  private static double[] widened(float[] state) {
    double[] wide = new double[state.length];
    for (int unit = 0; unit < state.length; unit++) {
      wide[unit] = state[unit];
    }
    return wide;
  }
}
