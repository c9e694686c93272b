package dev.kilter.job.config;

import dev.kilter.score.threshold.AdaptiveThreshold;
import dev.kilter.score.threshold.PeaksOverThreshold;
import dev.kilter.score.threshold.StandingThreshold;
import dev.kilter.score.threshold.Threshold;
import dev.kilter.score.threshold.ThresholdBounds;

/** What a detector holds the averaged scores of its entities against. */
public sealed interface ThresholdConfig {

  /** The calibrated quantile that it is or starts from, or null: the bundle's strictest. */
  String level();

  /**
   * The threshold of an entity.
   *
   * @param calibrated the score that its model's calibration gives for the level
   * @param modelVersion tells its model, and how its scores are made, from all others
   */
  Threshold of(double calibrated, String modelVersion);

  /**
   * What it is, for a person.
   *
   * @param level how the level is called
   */
  String words(String level);

  /** A calibrated quantile. */
  record Calibrated(String level) implements ThresholdConfig {
    @Override
    public Threshold of(double calibrated, String modelVersion) {
      return new StandingThreshold(calibrated);
    }

    @Override
    public String words(String level) {
      return "the " + level + " quantile on normal data";
    }
  }

  /** A score that somebody has chosen. */
  record Fixed(double score) implements ThresholdConfig {
    @Override
    public String level() {
      return null;
    }

    @Override
    public Threshold of(double calibrated, String modelVersion) {
      return new StandingThreshold(score);
    }

    @Override
    public String words(String level) {
      return "fixed";
    }
  }

  /** Within how many times the calibrated threshold a learned one stays. */
  record Range(double least, double most) {
    ThresholdBounds around(double calibrated, String modelVersion, String rule) {
      return ThresholdBounds.of(calibrated, least, most, modelVersion, rule);
    }

    String words(String level) {
      return "%s to %s times the %s quantile on normal data, where it starts"
          .formatted(least, most, level);
    }
  }

  /** A quantile of the entity's own scores; see {@link AdaptiveThreshold}. */
  record Adaptive(
      String level, Range range, double quantile, double margin, int leastScores, int memory)
      implements ThresholdConfig {
    @Override
    public Threshold of(double calibrated, String modelVersion) {
      ThresholdBounds bounds = range.around(calibrated, modelVersion, toString());
      return new AdaptiveThreshold(bounds, quantile, margin, leastScores, memory);
    }

    @Override
    public String words(String level) {
      return "from %d scores of an entity on %s times their %s quantile, within %s"
          .formatted(leastScores, margin, quantile, range.words(level));
    }
  }

  /** What the entity's scores exceed with a small probability; see {@link PeaksOverThreshold}. */
  record Peaks(String level, Range range, double quantile, double risk, int kept)
      implements ThresholdConfig {
    @Override
    public Threshold of(double calibrated, String modelVersion) {
      ThresholdBounds bounds = range.around(calibrated, modelVersion, toString());
      return new PeaksOverThreshold(bounds, quantile, risk, kept);
    }

    @Override
    public String words(String level) {
      return "what an entity's scores exceed with the probability %s, by %d peaks over their %s"
              .formatted(risk, kept, quantile)
          + " quantile, within "
          + range.words(level);
    }
  }
}
