package dev.kilter.job.config;

import dev.kilter.alert.AlertPolicy;
import dev.kilter.alert.ClosingRule;
import dev.kilter.alert.FlapRule;
import dev.kilter.alert.OpeningRule;
import dev.kilter.alert.UpdateRule;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a detector's alert rules. */
final class AlertRules {
  private static final Pattern M_OF_N = Pattern.compile("(\\d{1,4}) of (\\d{1,4})");
  private static final Pattern TIMES_IN = Pattern.compile("(\\d{1,4}) in (.+)");

  /** Rules that say nothing of when an incident opens and is over. */
  private static final List<String> OF_ONE_THAT_GOES_ON = List.of("remind", "long");

  private final YamlSection alert;
  private final AlertPolicy standard = AlertPolicy.standard();

  private AlertRules(YamlSection alert) {
    this.alert = alert;
  }

  static AlertConfig read(YamlSection alert) {
    AlertPolicy policy = new AlertRules(alert).policy();
    alert.finish();
    return new AlertConfig(policy, OF_ONE_THAT_GOES_ON.containsAll(alert.keys()));
  }

  private AlertPolicy policy() {
    Duration cooldown = alert.duration("cooldown", standard.cooldown());
    AlertPolicy policy =
        new AlertPolicy(
            opening(),
            closing(),
            cooldown,
            alert.duration("reopen", standard.reopen()),
            alert.parsed("flapping", standard.flapping(), AlertRules::flapping),
            new UpdateRule(
                alert.positiveDuration("remind", standard.updates().remind()),
                alert.positiveDuration("long", standard.updates().longAfter())));
    checkReopening(policy);
    checkFlapping(policy);
    return policy;
  }

  private OpeningRule opening() {
    OpeningRule counts = alert.parsed("open", standard.opening(), AlertRules::mOfN);
    Duration least = alert.duration("for", counts.leastDuration());
    return new OpeningRule(counts.odd(), counts.of(), least);
  }

  private ClosingRule closing() {
    ClosingRule rule = alert.parsed("close", standard.closing(), AlertRules::clear);
    return new ClosingRule(
        rule.clear(),
        rule.clearFor(),
        alert.parsed("below", rule.below(), AlertRules::partOfThreshold),
        alert.duration("merge", rule.merge()));
  }

  /** What may not open yet cannot be the incident before. */
  private void checkReopening(AlertPolicy policy) {
    Duration reopen = policy.reopen();
    if (!reopen.isZero() && reopen.compareTo(policy.cooldown()) <= 0) {
      alert.wrong(
          "reopen",
          "\"" + Durations.text(reopen) + "\"",
          "longer than the cooldown, "
              + Durations.text(policy.cooldown())
              + ", in which nothing opens");
    }
  }

  private void checkFlapping(AlertPolicy policy) {
    FlapRule rule = policy.flapping();
    Duration soonest = policy.cooldown().multipliedBy(Math.max(0, rule.times() - 1));
    if (rule.applies() && soonest.compareTo(rule.within()) > 0) {
      alert.wrong(
          "flapping",
          "\"" + rule.times() + " in " + Durations.text(rule.within()) + "\"",
          "possible: with a cooldown of "
              + Durations.text(policy.cooldown())
              + " so many openings take at least "
              + Durations.text(soonest));
    }
  }

  private static OpeningRule mOfN(String text) {
    Matcher matcher = M_OF_N.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("written as in 3 of 5");
    }
    int odd = Integer.parseInt(matcher.group(1));
    int of = Integer.parseInt(matcher.group(2));
    if (odd < 1 || odd > of || of > OpeningRule.LONGEST_MEMORY) {
      throw new IllegalArgumentException("m of n with 1 ≤ m ≤ n ≤ " + OpeningRule.LONGEST_MEMORY);
    }
    return new OpeningRule(odd, of, Duration.ZERO);
  }

  /** So many verdicts, or so long. */
  private static ClosingRule clear(String text) {
    if (text.matches("-?\\d+")) {
      return ClosingRule.after(Parsers.integer(1, ClosingRule.MOST_CLEAR).apply(text));
    }
    if (!text.matches("\\d+ ?[a-z]+")) {
      throw new IllegalArgumentException(
          "a number of clear verdicts in a row, such as 10, or how long they last, such as 5m");
    }
    return new ClosingRule(1, Parsers.positiveDuration(text), 1, Duration.ZERO);
  }

  private static double partOfThreshold(String text) {
    double part = Parsers.number(text);
    if (part <= 0 || part > 1) {
      throw new IllegalArgumentException("a part of the threshold above 0 and at most 1");
    }
    return part;
  }

  private static FlapRule flapping(String text) {
    Matcher matcher = TIMES_IN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("written as in 4 in 1h");
    }
    int times = Integer.parseInt(matcher.group(1));
    if (times < 2 || times > OpeningRule.LONGEST_MEMORY) {
      throw new IllegalArgumentException("2 to " + OpeningRule.LONGEST_MEMORY + " times in a span");
    }
    return new FlapRule(times, Parsers.positiveDuration(matcher.group(2)));
  }
}
