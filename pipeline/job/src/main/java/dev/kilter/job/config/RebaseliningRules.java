package dev.kilter.job.config;

import dev.kilter.score.Rebaselining;
import java.time.Duration;

/** Reads when something lasting becomes normal for a detector. */
final class RebaseliningRules {
  private static final String KEY = "rebaseline";
  private static final double MOST = 10;

  private RebaseliningRules() {}

  /** The rules of a detector; null where nothing ever becomes normal. */
  static Rebaselining read(YamlSection detector) {
    YamlSection section = detector.section(KEY);
    if (!detector.keys().contains(KEY)) {
      return null;
    }
    if (!section.keys().contains("after")) {
      section.wrong("after", "missing", "a span such as 1d");
    }
    Rebaselining rebaselining =
        new Rebaselining(
            section.positiveDuration("after", Duration.ofDays(1)),
            section.parsed("most", MOST, RebaseliningRules::level));
    section.finish();
    return rebaselining;
  }

  private static double level(String text) {
    double level = Parsers.number(text);
    if (level <= 0) {
      throw new IllegalArgumentException("a number of deviations above 0, such as 10");
    }
    return level;
  }
}
