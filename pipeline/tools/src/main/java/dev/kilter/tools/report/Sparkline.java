package dev.kilter.tools.report;

import java.util.Arrays;

/** A score at a glance: its highest in each of a few slices of the run, in thresholds. */
final class Sparkline {
  private static final int SLICES = 60;

  private final double[] highest = new double[SLICES];
  private final long fromMillis;
  private final double sliceMillis;

  private Sparkline(long fromMillis, long toMillis) {
    this.fromMillis = fromMillis;
    this.sliceMillis = (toMillis - fromMillis + 1) / (double) SLICES;
    Arrays.fill(highest, Double.NaN);
  }

  /**
   * Of all detectors of an entity, over the time of the whole run; NaN where nothing was judged.
   */
  static double[] of(EntityHistory entity, long fromMillis, long toMillis) {
    Sparkline sparkline = new Sparkline(fromMillis, toMillis);
    for (DetectorHistory detector : entity.detectors().values()) {
      sparkline.add(entity.timeline(), detector);
    }
    return sparkline.highest;
  }

  private void add(Timeline timeline, DetectorHistory detector) {
    for (int bucket = 0; bucket < timeline.size(); bucket++) {
      double score = detector.score().high(bucket) / detector.threshold().low(bucket);
      int slice = (int) ((timeline.firstMillis(bucket) - fromMillis) / sliceMillis);
      highest[slice] = Double.isNaN(highest[slice]) ? score : greater(highest[slice], score);
    }
  }

  private static double greater(double one, double other) {
    return Double.isNaN(other) ? one : Math.max(one, other);
  }
}
