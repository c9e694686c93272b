package dev.kilter.tools.calibrate;

import dev.kilter.UserError;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scores that a share of normal scores do not exceed.
 *
 * @param wanted the levels that the contract has already, since pipeline files may name them;
 *     empty: the usual ones
 * @param scores the scores of the part that is held out
 */
record Quantiles(List<String> wanted, ScoreHistogram scores) {
  private static final List<String> USUAL = List.of("0.99", "0.999", "0.9999");

  /** A score may be told too large by a little, never too small. */
  private static final MathContext DIGITS = new MathContext(7, RoundingMode.CEILING);

  /** The levels, the least first. */
  List<String> levels() {
    return (wanted.isEmpty() ? USUAL : wanted)
        .stream().sorted(Comparator.comparingDouble(Double::parseDouble)).toList();
  }

  /**
   * The quantiles by level.
   *
   * @param bundle what they are of, for the message
   * @throws UserError when one is not above 0, which no threshold may be
   */
  Map<String, Double> measured(Path bundle) {
    Map<String, Double> quantiles = new LinkedHashMap<>();
    for (String level : levels()) {
      double score = scores.quantile(Double.parseDouble(level));
      if (score <= 0) {
        throw new UserError(
            bundle
                + ": the held-out data have a "
                + level
                + " quantile that is not above 0, as a threshold must be; more data are needed, or"
                + " a larger --held-out or --smoothing.");
      }
      quantiles.put(level, new BigDecimal(score).round(DIGITS).doubleValue());
    }
    return quantiles;
  }
}
