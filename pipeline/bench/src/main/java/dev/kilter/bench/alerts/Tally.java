package dev.kilter.bench.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Incidents held against faults.
 *
 * @param entityDays how long was watched
 * @param faults how many there were
 * @param found during how many of them an incident was open
 * @param incidents how many there were
 * @param falseIncidents how many of them overlap no fault
 * @param normalTimeInAlarm the share of rows without a fault that are in alarm; of several fleets
 *     the mean
 * @param medianDelaySeconds from a fault's begin to the opening of its incident; of several fleets
 *     the mean
 */
record Tally(
    double entityDays,
    int faults,
    int found,
    int incidents,
    int falseIncidents,
    double normalTimeInAlarm,
    double medianDelaySeconds) {
  static final String HEAD =
      "%-24s %14s %15s %15s %12s".formatted("", "false per", "faults", "normal time", "median");
  static final String HEAD_BELOW =
      "%-24s %14s %15s %15s %12s".formatted("", "entity-day", "found", "in alarm", "delay");
  private static final double MINUTE = 60;

  static Tally of(double entityDays, JsonNode performance) {
    return new Tally(
        entityDays,
        performance.required("events").intValue(),
        performance.required("eventsFound").intValue(),
        performance.required("incidents").intValue(),
        performance.required("falseAlarms").intValue(),
        performance.required("normalTimeInAlarm").doubleValue(),
        performance.required("medianDelaySeconds").doubleValue());
  }

  /** Of fleets of one size, at least one. */
  static Tally all(List<Tally> tallies) {
    return new Tally(
        tallies.stream().mapToDouble(Tally::entityDays).sum(),
        sum(tallies, Tally::faults),
        sum(tallies, Tally::found),
        sum(tallies, Tally::incidents),
        sum(tallies, Tally::falseIncidents),
        mean(tallies, Tally::normalTimeInAlarm),
        mean(tallies, Tally::medianDelaySeconds));
  }

  String row(String name) {
    return "%-24s %14s %15s %15s %12s"
        .formatted(
            name,
            number("%.3f", falseIncidents / entityDays) + " (" + falseIncidents + ")",
            found + " of " + faults,
            number("%.2f %%", 100 * normalTimeInAlarm),
            number("%.1f min", medianDelaySeconds / MINUTE));
  }

  private static int sum(List<Tally> tallies, ToIntFunction<Tally> part) {
    return tallies.stream().mapToInt(part).sum();
  }

  private static double mean(List<Tally> tallies, ToDoubleFunction<Tally> part) {
    return tallies.stream().mapToDouble(part).average().orElseThrow();
  }

  private static String number(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
