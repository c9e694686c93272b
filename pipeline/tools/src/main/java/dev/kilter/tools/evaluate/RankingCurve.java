package dev.kilter.tools.evaluate;

import java.util.Arrays;

/**
 * What is found and what is falsely alarmed at every threshold, from the highest score down.
 *
 * @param aucPr area under precision over recall, as the step function (average precision)
 * @param aucRoc area under true over false positive rate
 * @param oracleF1 the best F1 of any threshold
 */
record RankingCurve(double aucPr, double aucRoc, double oracleF1) {

  /** NaN where rows of only one kind leave a value undefined. */
  static RankingCurve of(LabelledScores rows) {
    double[] odd = rows.odd().stream().mapToDouble(i -> rows.scores()[i]).toArray();
    double[] normal = normal(rows, odd.length);
    Arrays.sort(odd);
    Arrays.sort(normal);
    return odd.length == 0
        ? new RankingCurve(Double.NaN, Double.NaN, Double.NaN)
        : new Walk(odd, normal).curve();
  }

  private static double[] normal(LabelledScores rows, int odd) {
    double[] normal = new double[rows.size() - odd];
    int next = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (!rows.odd().get(row)) {
        normal[next++] = rows.scores()[row];
      }
    }
    return normal;
  }

  /** The way down through both kinds of scores; equal scores are passed at once. */
  private static final class Walk {
    private final double[] odd;
    private final double[] normal;
    private int oddLeft;
    private int normalLeft;
    private double precisionSum;
    private double rocArea;
    private double bestF1;

    Walk(double[] odd, double[] normal) {
      this.odd = odd;
      this.normal = normal;
      oddLeft = odd.length;
      normalLeft = normal.length;
    }

    RankingCurve curve() {
      while (oddLeft + normalLeft > 0) {
        step();
      }
      double pairs = (double) odd.length * normal.length;
      return new RankingCurve(
          precisionSum / odd.length, pairs == 0 ? Double.NaN : rocArea / pairs, bestF1);
    }

    private void step() {
      int foundBefore = odd.length - oddLeft;
      int falseBefore = normal.length - normalLeft;
      double threshold = Math.max(highest(odd, oddLeft), highest(normal, normalLeft));
      oddLeft = below(threshold, odd, oddLeft);
      normalLeft = below(threshold, normal, normalLeft);
      double found = odd.length - oddLeft;
      double alarmed = found + normal.length - normalLeft;
      precisionSum += (found - foundBefore) * found / alarmed;
      rocArea += (normal.length - normalLeft - falseBefore) * (found + foundBefore) / 2;
      bestF1 = Math.max(bestF1, 2 * found / (odd.length + alarmed));
    }

    private static double highest(double[] sorted, int left) {
      return left == 0 ? Double.NEGATIVE_INFINITY : sorted[left - 1];
    }

    private static int below(double threshold, double[] sorted, int left) {
      int next = left;
      while (next > 0 && sorted[next - 1] >= threshold) {
        next--;
      }
      return next;
    }
  }
}
