package dev.kilter.bench.network;

import dev.kilter.onnx.ModelBundle;
import dev.kilter.score.ErrorStatistics;
import java.util.Arrays;

/**
 * Makes a score of what the network gives, for all peers alike, so that scores can be compared.
 *
 * @param statistics what errors look like on normal data
 * @param present that all channels are there
 */
public record RawScore(ErrorStatistics statistics, boolean[] present) {

  /** The scores of this model. */
  public static RawScore of(ModelBundle bundle) {
    ErrorStatistics statistics = bundle.contract().errorStatistics();
    boolean[] present = new boolean[statistics.mean().length];
    Arrays.fill(present, true);
    return new RawScore(statistics, present);
  }

  /**
   * The raw score.
   *
   * @param errors {@code [channel]}, as the network gave them
   */
  public double of(float[] errors) {
    return ErrorStatistics.raw(statistics.standardise(errors, present));
  }
}
