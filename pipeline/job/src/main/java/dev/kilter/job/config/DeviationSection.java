package dev.kilter.job.config;

import dev.kilter.score.DeviationRule;
import dev.kilter.score.Direction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads which deviations of a channel matter to a detector. */
final class DeviationSection {
  private static final double PERCENT = 100;
  private static final Function<String, Double> LEAST =
      Parsers.numberThat(
          deviation -> deviation >= 0, "a deviation in the channel's unit, 0 or more");

  private DeviationSection() {}

  /**
   * The rules by channel, in the order of the file.
   *
   * @param channels the pipeline's channels
   */
  static Map<String, DeviationRule> read(YamlSection deviation, List<String> channels) {
    Map<String, DeviationRule> rules = new LinkedHashMap<>();
    for (String channel : deviation.keys()) {
      if (!channels.contains(channel)) {
        deviation.wrong(channel, "no channel", "one of " + channels);
      }
      rules.put(channel, rule(deviation.section(channel)));
    }
    return rules;
  }

  private static DeviationRule rule(YamlSection section) {
    String direction = section.oneOf("direction", "both", "rise", "drop", "both");
    DeviationRule rule =
        new DeviationRule(
            Direction.valueOf(direction.toUpperCase(Locale.ROOT)),
            section.parsed("least", 0.0, LEAST),
            section.parsed("least-relative", 0.0, DeviationSection::share));
    section.finish();
    return rule;
  }

  private static double share(String text) {
    if (!text.matches("\\d{1,6}(\\.\\d{1,6})? ?%")) {
      throw new IllegalArgumentException("a share of what is expected, such as 5%");
    }
    return Parsers.number(text.replaceAll("[ %]", "")) / PERCENT;
  }
}
