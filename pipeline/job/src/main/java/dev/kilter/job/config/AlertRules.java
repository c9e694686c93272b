package dev.kilter.job.config;

import dev.kilter.alert.AlertPolicy;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a detector's alert rules. */
final class AlertRules {
  private static final Pattern M_OF_N = Pattern.compile("(\\d{1,4}) of (\\d{1,4})");

  private AlertRules() {}

  /** Verdicts that open an incident. */
  private record Opening(int odd, int of) {}

  static AlertPolicy read(YamlSection alert) {
    AlertPolicy standard = AlertPolicy.standard();
    Opening opening =
        alert.parsed("open", new Opening(standard.odd(), standard.of()), AlertRules::opening);
    AlertPolicy policy =
        new AlertPolicy(
            opening.odd(),
            opening.of(),
            alert.integer("close", standard.clear(), 1, 1_000_000),
            alert.duration("cooldown", Duration.ZERO));
    alert.finish();
    return policy;
  }

  private static Opening opening(String text) {
    Matcher matcher = M_OF_N.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("written as in 3 of 5");
    }
    int odd = Integer.parseInt(matcher.group(1));
    int of = Integer.parseInt(matcher.group(2));
    if (odd < 1 || odd > of || of > AlertPolicy.LONGEST_MEMORY) {
      throw new IllegalArgumentException("m of n with 1 ≤ m ≤ n ≤ " + AlertPolicy.LONGEST_MEMORY);
    }
    return new Opening(odd, of);
  }
}
