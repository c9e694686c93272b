package dev.kilter.tools.evaluate;

import dev.kilter.tools.evaluate.LabelledScores.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * VUS (Paparrizos et al., VLDB 2022): areas under the curves for labels with soft edges, averaged
 * over edges of 0 to {@value #WINDOW} rows, at {@value #THRESHOLDS} thresholds that lie evenly
 * among the ranked rows. Defined as in TSB-AD, where the edge at distance d of a window w is worth
 * sqrt(1 - d/w) up to w/2. Soft edges stay within the entity.
 *
 * <p>A row counts from one threshold on, so one pass over the rows near labels serves all
 * thresholds of a window.
 */
final class VolumeUnderSurface {
  static final int WINDOW = 100;
  static final int THRESHOLDS = 250;

  /** The mean areas under both kinds of curves. */
  record Volumes(double roc, double pr) {
    private Volumes plus(Volumes other) {
      return new Volumes(roc + other.roc, pr + other.pr);
    }
  }

  /** Labelled rows that lie close together, with their edges. */
  private record Zone(int first, int last) {}

  private final LabelledScores rows;
  private final int[] ranks;
  private final int[] alarmed = new int[THRESHOLDS];
  private final int[] found = new int[THRESHOLDS];
  private final double[] edge;

  private VolumeUnderSurface(LabelledScores rows) {
    this.rows = rows;
    this.ranks = ScoreRanks.of(rows.scores(), THRESHOLDS);
    this.edge = new double[rows.size()];
    for (int row = 0; row < ranks.length; row++) {
      alarmed[ranks[row]]++;
      found[ranks[row]] += rows.odd().get(row) ? 1 : 0;
    }
    Arrays.parallelPrefix(alarmed, Integer::sum);
    Arrays.parallelPrefix(found, Integer::sum);
  }

  /** NaN where no row is labelled; the ROC volume also where all are. */
  static Volumes of(LabelledScores rows) {
    if (rows.stretches().isEmpty()) {
      return new Volumes(Double.NaN, Double.NaN);
    }
    VolumeUnderSurface surface = new VolumeUnderSurface(rows);
    Volumes sum = new Volumes(0, 0);
    for (int window = 0; window <= WINDOW; window++) {
      sum = sum.plus(surface.areas(window));
    }
    return new Volumes(sum.roc / (WINDOW + 1), sum.pr / (WINDOW + 1));
  }

  private Volumes areas(int window) {
    rows.stretches().forEach(stretch -> soften(stretch, window));
    double[] edgeHits = new double[THRESHOLDS];
    int[] zonesHit = new int[THRESHOLDS];
    List<Zone> zones = zones(window / 2);
    zones.forEach(zone -> collect(zone, edgeHits, zonesHit));
    Arrays.parallelPrefix(edgeHits, Double::sum);
    Arrays.parallelPrefix(zonesHit, Integer::sum);
    return areas(edgeHits, zonesHit, zones.size());
  }

  private void soften(Stretch stretch, int window) {
    for (int distance = 1; distance <= window / 2; distance++) {
      double worth = Math.sqrt(1 - (double) distance / window);
      if (stretch.first() - distance >= stretch.low()) {
        edge[stretch.first() - distance] += worth;
      }
      if (stretch.last() + distance <= stretch.high()) {
        edge[stretch.last() + distance] += worth;
      }
    }
  }

  private List<Zone> zones(int reach) {
    List<Zone> zones = new ArrayList<>();
    for (Stretch stretch : rows.stretches()) {
      int first = Math.max(stretch.first() - reach, stretch.low());
      int last = Math.min(stretch.last() + reach, stretch.high());
      Zone before = zones.isEmpty() ? null : zones.get(zones.size() - 1);
      if (before == null || before.last() < first) {
        zones.add(new Zone(first, last));
        continue;
      }
      zones.set(zones.size() - 1, new Zone(before.first(), last));
    }
    return zones;
  }

  /** Adds up what the zone's edges are worth, and leaves them clean for the next window. */
  private void collect(Zone zone, double[] edgeHits, int[] zonesHit) {
    int best = THRESHOLDS - 1;
    for (int row = zone.first(); row <= zone.last(); row++) {
      best = Math.min(best, ranks[row]);
      if (!rows.odd().get(row)) {
        edgeHits[ranks[row]] += Math.min(1, edge[row]);
      }
      edge[row] = 0;
    }
    zonesHit[best]++;
  }

  private Volumes areas(double[] edgeHits, int[] zonesHit, int zones) {
    int labelled = rows.odd().cardinality();
    double roc = 0;
    double pr = 0;
    double recallBefore = 0;
    double falseRateBefore = 0;
    for (int i = 0; i < THRESHOLDS; i++) {
      double hits = found[i] + edgeHits[i];
      double positives = labelled + edgeHits[i] / 2;
      double recall = Math.min(hits / positives, 1) * zonesHit[i] / zones;
      double falseRate = (alarmed[i] - hits) / (rows.size() - positives);
      pr += (recall - recallBefore) * hits / alarmed[i];
      roc += (falseRate - falseRateBefore) * (recall + recallBefore) / 2;
      recallBefore = recall;
      falseRateBefore = falseRate;
    }
    return new Volumes(roc + (1 - falseRateBefore) * (1 + recallBefore) / 2, pr);
  }
}
