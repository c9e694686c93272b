package dev.kilter.tools.calibrate;

import java.io.Serializable;

/** Mean and deviation of each channel, in one pass and without the values; NaN is left out. */
final class Moments implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] count;
  private final double[] mean;
  private final double[] squares;

  Moments(int channels) {
    this.count = new long[channels];
    this.mean = new double[channels];
    this.squares = new double[channels];
  }

  void add(float[] values) {
    for (int channel = 0; channel < count.length; channel++) {
      add(channel, values[channel]);
    }
  }

  /** Welford's step, which does not lose digits where the mean is far larger than the deviation. */
  void add(int channel, double value) {
    if (Double.isNaN(value)) {
      return;
    }
    count[channel]++;
    double off = value - mean[channel];
    mean[channel] += off / count[channel];
    squares[channel] += off * (value - mean[channel]);
  }

  void merge(Moments other) {
    for (int channel = 0; channel < count.length; channel++) {
      long both = count[channel] + other.count[channel];
      if (other.count[channel] == 0) {
        continue;
      }
      double off = other.mean[channel] - mean[channel];
      double share = (double) other.count[channel] / both;
      squares[channel] += other.squares[channel] + off * off * count[channel] * share;
      mean[channel] += off * share;
      count[channel] = both;
    }
  }

  int channels() {
    return count.length;
  }

  long count(int channel) {
    return count[channel];
  }

  double mean(int channel) {
    return mean[channel];
  }

  /** The deviation of the values themselves, not of what they were drawn from. */
  double deviation(int channel) {
    return Math.sqrt(squares[channel] / count[channel]);
  }
}
