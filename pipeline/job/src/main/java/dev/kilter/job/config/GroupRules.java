package dev.kilter.job.config;

import dev.kilter.alert.group.GroupBy;
import dev.kilter.alert.group.GroupRule;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what makes incidents a group. */
final class GroupRules {
  private static final String KEY = "groups";
  private static final String FORGET_AFTER = "forget-after";
  private static final String DETECTOR = "detector";
  private static final String CHANNEL = "channel";
  private static final List<String> ALL = List.of(DETECTOR, CHANNEL);

  private final YamlSection section;

  private GroupRules(YamlSection section) {
    this.section = section;
  }

  /**
   * The rule of a pipeline; null where it wants no groups.
   *
   * @param topic where their messages go, or null: nowhere
   * @param kafka the section that says so
   */
  static GroupRule read(YamlSection root, String topic, YamlSection kafka) {
    YamlSection section = root.section(KEY);
    boolean wanted = root.keys().contains(KEY);
    if (wanted && topic == null) {
      root.wrong(KEY, "without a topic", "together with kafka.groups, the topic for its messages");
    }
    if (!wanted && topic != null) {
      kafka.wrong(
          KEY, "\"" + topic + "\"", "left out, or together with groups:, which says what they are");
    }
    return wanted ? new GroupRules(section).read() : null;
  }

  private GroupRule read() {
    GroupRule standard = GroupRule.standard();
    GroupRule rule =
        new GroupRule(
            section.integer("least", standard.least(), 2, GroupRule.MOST_MEMBERS),
            section.positiveDuration("within", standard.within()),
            by(),
            section.duration("quiet", standard.quiet()),
            section.positiveDuration(FORGET_AFTER, standard.forgetAfter()));
    checkForgetting("within", rule.within(), rule.forgetAfter());
    checkForgetting("quiet", rule.quiet(), rule.forgetAfter());
    section.finish();
    return rule;
  }

  /** What is forgotten sooner would not be told, or would begin again. */
  private void checkForgetting(String key, Duration least, Duration forgetAfter) {
    if (forgetAfter.compareTo(least) < 0) {
      section.wrong(
          FORGET_AFTER,
          "\"" + Durations.text(forgetAfter) + "\"",
          "at least " + key + ", " + Durations.text(least));
    }
  }

  private GroupBy by() {
    List<String> named = section.list("by");
    List<String> by = section.keys().contains("by") ? named : ALL;
    if (!ALL.containsAll(by)) {
      section.wrong("by", String.valueOf(by), "a list of detector and channel, or one of them");
    }
    return new GroupBy(
        by.contains(DETECTOR),
        by.contains(CHANNEL),
        section.parsed("by-entity", null, GroupRules::withGroup));
  }

  private static String withGroup(String regex) {
    if (groupsIn(regex) == 0) {
      throw new IllegalArgumentException(
          "a regular expression with a part in parentheses, such as (hall-\\d+)/.*");
    }
    return regex;
  }

  private static int groupsIn(String regex) {
    try {
      return Pattern.compile(regex).matcher("").groupCount();
    } catch (PatternSyntaxException e) {
      return 0;
    }
  }
}
