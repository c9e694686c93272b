package dev.kilter.score;

import java.util.Arrays;

/**
 * What a channel's errors were like over a stretch of time, for every channel: their number, mean,
 * and sum of squared distances from it (Welford, 1962). Plain data, so Flink can keep it as state.
 *
 * @param fromMillis event time at which it begins
 * @param counts how many errors, {@code [channel]}
 * @param means their mean, {@code [channel]}
 * @param squares the sum of their squared distances from it, {@code [channel]}
 */
public record Stretch(long fromMillis, int[] counts, double[] means, double[] squares) {

  /** A stretch of nothing yet. */
  public static Stretch begin(long fromMillis, int channels) {
    return new Stretch(fromMillis, new int[channels], new double[channels], new double[channels]);
  }

  /** The stretch with one more error of each channel; NaN of one that has none. */
  public Stretch with(float[] errors) {
    int[] nextCounts = counts.clone();
    double[] nextMeans = means.clone();
    double[] nextSquares = squares.clone();
    for (int channel = 0; channel < errors.length; channel++) {
      if (!Float.isNaN(errors[channel])) {
        double off = errors[channel] - means[channel];
        nextCounts[channel]++;
        nextMeans[channel] += off / nextCounts[channel];
        nextSquares[channel] += off * (errors[channel] - nextMeans[channel]);
      }
    }
    return new Stretch(fromMillis, nextCounts, nextMeans, nextSquares);
  }

  /** Whether nothing was seen of any channel. */
  boolean isEmpty() {
    return Arrays.stream(counts).allMatch(count -> count == 0);
  }
}
