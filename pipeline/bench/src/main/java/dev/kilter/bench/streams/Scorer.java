package dev.kilter.bench.streams;

import ai.onnxruntime.OrtException;
import dev.kilter.bench.network.NestedArrays;
import dev.kilter.bench.network.NestedArrays.Manners;
import dev.kilter.bench.network.RawScore;
import dev.kilter.onnx.ModelBundle;

/** The network of one processor: one thread, one run a sequence, everything closed. */
final class Scorer implements AutoCloseable {
  private final NestedArrays network;
  private final RawScore rawScore;

  Scorer(ModelBundle bundle) {
    try {
      network = NestedArrays.open(bundle, Manners.TIDY);
    } catch (OrtException e) {
      throw new IllegalStateException("the network cannot be loaded", e);
    }
    rawScore = RawScore.of(bundle);
  }

  /** The raw score of a window, oldest row first. */
  double score(float[][] window) {
    float[][][] rows = new float[window.length][][];
    for (int time = 0; time < rows.length; time++) {
      rows[time] = new float[][] {window[time]};
    }
    try {
      return rawScore.of(network.errors(rows));
    } catch (OrtException e) {
      throw new IllegalStateException("the network cannot be run", e);
    }
  }

  /**
   * What the network says of a row.
   *
   * @param before the states behind the row before; null where there was none
   */
  NestedArrays.Answer goOn(float[] row, float[][] before) {
    try {
      float[][][] rows = {{row}};
      return network.run(rows, before == null ? network.beginning() : before);
    } catch (OrtException e) {
      throw new IllegalStateException("the network cannot be run", e);
    }
  }

  double score(NestedArrays.Answer answer) {
    return rawScore.of(answer.errors());
  }

  @Override
  public void close() {
    try {
      network.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the network cannot be closed", e);
    }
  }
}
