package dev.kilter.tools.demo;

/** Mean and deviation of numbers as they come, after Welford. */
final class Moments {
  private long count;
  private double mean;
  private double squares;

  void add(double value) {
    count++;
    double before = value - mean;
    mean += before / count;
    squares += before * (value - mean);
  }

  double mean() {
    return mean;
  }

  double deviation() {
    return Math.sqrt(squares / count);
  }
}
