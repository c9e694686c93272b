package dev.kilter.tools.alert;

import dev.kilter.UserError;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which alert is meant.
 *
 * @param beginning what the id of its incident begins with
 * @param revision which of the incident's alerts; 0: the newest that rests on records
 */
record AlertId(String beginning, int revision) {
  static final int NEWEST = 0;
  private static final Pattern FORM = Pattern.compile("([0-9a-f]{1,32})(?:/([1-9]\\d{0,8}))?");

  /**
   * Reads it as a person gives it.
   *
   * @throws UserError if it is none
   */
  static AlertId parse(String text) {
    Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new UserError(
          "\""
              + text
              + "\" is no id of an incident: that is 32 hexadecimal digits, of which the first are"
              + " enough, such as 5b1f03; one of its alerts is meant by its revision, as in"
              + " 5b1f03/2.");
    }
    String revision = matcher.group(2);
    return new AlertId(matcher.group(1), revision == null ? NEWEST : Integer.parseInt(revision));
  }

  /** Whether it may be an alert of this incident. */
  boolean mayBeOf(String incident) {
    return incident.startsWith(beginning);
  }
}
