package dev.kilter.job.config;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${NAME}} and {@code ${NAME:default}} in the values of a pipeline file. */
record Variables(Map<String, String> values) {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");

  /**
   * Replaces every reference.
   *
   * @throws IllegalArgumentException naming a variable that has neither value nor default
   */
  String resolve(String text) {
    return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(valueOf(match)));
  }

  private String valueOf(MatchResult match) {
    String value = values.getOrDefault(match.group(1), match.group(2));
    if (value == null) {
      throw new IllegalArgumentException(
          "the variable "
              + match.group(1)
              + " is not set: set it, or give a default as in ${"
              + match.group(1)
              + ":default}");
    }
    return value;
  }
}
