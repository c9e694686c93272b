package dev.kilter.score.threshold;

/**
 * What was seen of one entity's averaged scores, for its threshold. Plain data, so Flink can keep
 * it as state: at most a kilobyte, and its arrays are never written to once they are in it. It
 * outlasts a gap in the entity's history; under another model version it begins anew by itself.
 *
 * @param boundTo which rule under which model version has learned it
 * @param value what was learned; NaN before enough was seen
 * @param counts how often scores were how high, for an adaptive threshold; else null
 * @param peaks the newest high scores, for peaks over threshold; else null
 */
public record ThresholdState(long boundTo, double value, ScoreCounts counts, Peaks peaks) {
  private static final ThresholdState NOTHING = new ThresholdState(0, Double.NaN, null, null);

  /** What is known of an entity of which nothing was seen. */
  public static ThresholdState begin() {
    return NOTHING;
  }
}
