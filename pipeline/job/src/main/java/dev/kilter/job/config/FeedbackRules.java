package dev.kilter.job.config;

import dev.kilter.alert.feedback.FeedbackRule;
import java.util.function.Function;

/** Reads how far people's verdicts move a detector. */
final class FeedbackRules {
  private static final String KEY = "feedback";
  private static final int FEWEST_SEQUENCES = 8;
  private static final int MOST_SEQUENCES = 100_000;
  private static final Function<String, Double> TIMES =
      Parsers.numberThat(times -> times >= 1, "how many times a threshold, at least 1");
  private static final Function<String, Double> LEVEL =
      Parsers.numberThat(level -> level > 0, "a number of deviations above 0, such as 10");

  private FeedbackRules() {}

  /** The rule of a detector. */
  static FeedbackRule read(YamlSection detector) {
    YamlSection section = detector.section(KEY);
    YamlSection normal = section.section("new-normal");
    FeedbackRule standard = FeedbackRule.standard();
    FeedbackRule rule =
        new FeedbackRule(
            section.parsed("most", standard.most(), TIMES),
            section.parsed("step", standard.step(), TIMES),
            normal.integer("sequences", standard.sequences(), FEWEST_SEQUENCES, MOST_SEQUENCES),
            normal.parsed("most", standard.level(), LEVEL));
    normal.finish();
    section.finish();
    return rule;
  }
}
