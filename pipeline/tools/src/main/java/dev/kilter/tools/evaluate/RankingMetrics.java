package dev.kilter.tools.evaluate;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** How well scores put labelled rows before others, whatever the threshold. */
record RankingMetrics(double vusPr, double aucPr, double aucRoc, double oracleF1) {

  static RankingMetrics of(LabelledScores rows) {
    RankingCurve curve = RankingCurve.of(rows);
    return new RankingMetrics(
        VolumeUnderSurface.of(rows).pr(), curve.aucPr(), curve.aucRoc(), curve.oracleF1());
  }

  /** The mean of each, over where it is defined. */
  static RankingMetrics mean(List<RankingMetrics> all) {
    return new RankingMetrics(
        mean(all, RankingMetrics::vusPr),
        mean(all, RankingMetrics::aucPr),
        mean(all, RankingMetrics::aucRoc),
        mean(all, RankingMetrics::oracleF1));
  }

  private static double mean(List<RankingMetrics> all, ToDoubleFunction<RankingMetrics> metric) {
    return all.stream()
        .mapToDouble(metric)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }
}
