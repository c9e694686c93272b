package dev.kilter.score.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Follows one entity through a threshold, and keeps what it was shown. */
final class Learner {
  private final Threshold threshold;
  private final List<Double> shown = new ArrayList<>();
  private ThresholdState state = ThresholdState.begin();
  private int exceeded;

  Learner(Threshold threshold) {
    this.threshold = threshold;
  }

  /** So many scores, none of them in alarm. */
  Learner sees(int count, DoubleSupplier scores) {
    for (int each = 0; each < count; each++) {
      double score = scores.getAsDouble();
      exceeded += score > threshold() ? 1 : 0;
      shown.add(score);
      state = threshold.after(state, score, false);
    }
    return this;
  }

  double threshold() {
    return threshold.of(state);
  }

  ThresholdState state() {
    return state;
  }

  /** How many scores were above the threshold of their time. */
  int exceeded() {
    return exceeded;
  }

  /** The quantile of the last scores it was shown, as exactly as they have one. */
  double exactQuantile(double quantile, int last) {
    List<Double> sorted =
        shown.subList(shown.size() - last, shown.size()).stream().sorted().toList();
    return sorted.get((int) Math.ceil(quantile * last) - 1);
  }
}
