package dev.kilter.job.config;

import java.util.List;

/** Reads what a detector holds scores against. */
final class ThresholdSection {
  private static final String KEY = "threshold";
  private static final String QUANTILE = "quantile";
  private static final String CALIBRATED = "calibrated";
  private static final String FIXED = "fixed";
  private static final String ADAPTIVE = "adaptive";
  private static final String PEAKS = "peaks";
  private static final List<String> KINDS = List.of(QUANTILE, FIXED, ADAPTIVE, PEAKS);
  private static final String RIGHT =
      "calibrated, adaptive, peaks, or one of {quantile: 0.999}, {fixed: 4.2}, {adaptive: {…}} and"
          + " {peaks: {…}}";

  /** So many scores should be above a quantile for it to mean something. */
  private static final int ABOVE = 10;

  private static final int MOST_SCORES = 1_000_000;

  private ThresholdSection() {}

  static ThresholdConfig read(YamlSection detector) {
    String level = detector.text(QUANTILE, null);
    if (level != null && detector.keys().contains(KEY)) {
      detector.wrong(
          QUANTILE,
          "\"" + level + "\"",
          "left out beside threshold, which may itself be {quantile: " + level + "}");
    }
    return detector.isMapping(KEY)
        ? mapping(detector, detector.section(KEY))
        : detector.parsed(KEY, new ThresholdConfig.Calibrated(level), ThresholdSection::named);
  }

  private static ThresholdConfig named(String text) {
    return switch (text) {
      case CALIBRATED -> new ThresholdConfig.Calibrated(null);
      case ADAPTIVE -> adaptive(YamlSection.absent());
      case PEAKS -> peaks(YamlSection.absent());
      default -> throw new IllegalArgumentException(RIGHT);
    };
  }

  private static ThresholdConfig mapping(YamlSection detector, YamlSection threshold) {
    String level = threshold.text(QUANTILE, null);
    double fixed =
        threshold.parsed(
            FIXED, 1.0, Parsers.numberThat(score -> score > 0, "a score above 0, such as 4.2"));
    ThresholdConfig adaptive = adaptive(threshold.section(ADAPTIVE));
    ThresholdConfig peaks = peaks(threshold.section(PEAKS));
    threshold.finish();
    List<String> kinds = KINDS.stream().filter(threshold.keys()::contains).toList();
    if (kinds.size() != 1) {
      detector.wrong(KEY, "a mapping with the keys " + threshold.keys(), RIGHT);
      return new ThresholdConfig.Calibrated(null);
    }
    return switch (kinds.get(0)) {
      case FIXED -> new ThresholdConfig.Fixed(fixed);
      case ADAPTIVE -> adaptive;
      case PEAKS -> peaks;
      default -> new ThresholdConfig.Calibrated(level);
    };
  }

  private static ThresholdConfig adaptive(YamlSection section) {
    double quantile = section.parsed(QUANTILE, 0.999, Parsers.numberFrom(0.5, 0.9999));
    double margin = section.parsed("margin", 1.2, Parsers.numberFrom(1, 10));
    int leastScores =
        section.integer("least-scores", scores(ABOVE, quantile), scores(1, quantile), MOST_SCORES);
    int usualMemory = (int) Math.min(10L * leastScores, MOST_SCORES);
    int memory = section.integer("memory", usualMemory, leastScores, MOST_SCORES);
    ThresholdConfig adaptive =
        new ThresholdConfig.Adaptive(
            section.text(CALIBRATED, null), range(section), quantile, margin, leastScores, memory);
    section.finish();
    return adaptive;
  }

  private static ThresholdConfig peaks(YamlSection section) {
    double quantile = section.parsed(QUANTILE, 0.98, Parsers.numberFrom(0.8, 0.999));
    double risk = section.parsed("risk", 1e-4, Parsers.numberFrom(1e-7, (1 - quantile) / 2));
    ThresholdConfig peaks =
        new ThresholdConfig.Peaks(
            section.text(CALIBRATED, null),
            range(section),
            quantile,
            risk,
            section.integer("kept", 100, 30, 200));
    section.finish();
    return peaks;
  }

  private static ThresholdConfig.Range range(YamlSection section) {
    double least = section.parsed("least", 0.5, Parsers.numberFrom(0.1, 1));
    double most = section.parsed("most", 2.0, Parsers.numberFrom(1, 10));
    if (least == most) {
      section.wrong("most", "\"1\"", "above least, or nothing can be learned");
    }
    return new ThresholdConfig.Range(least, most);
  }

  /** How many scores it takes for so many of them to be above the quantile. */
  private static int scores(int above, double quantile) {
    return (int) Math.round(above / (1 - quantile));
  }
}
