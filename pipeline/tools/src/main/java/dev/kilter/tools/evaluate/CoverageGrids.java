package dev.kilter.tools.evaluate;

import java.util.ArrayList;
import java.util.List;

/** The tables of what was not judged, and of what health messages found instead. */
final class CoverageGrids {
  private CoverageGrids() {}

  /** How many rows were judged, and how many were not and why. */
  static Grid judged(JudgedRows rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(line("judged", rows.judged(), rows.rows()));
    rows.notJudged()
        .forEach((reason, count) -> lines.add(line("not: " + reason, count, rows.rows())));
    return new Grid(
        "Rows, judged or why not", List.of("", "rows", "share", "labelled rows"), lines);
  }

  private static List<String> line(String name, JudgedRows.Count count, long rows) {
    return List.of(
        name,
        Cells.count(count.rows()),
        Cells.percent((double) count.rows() / rows),
        Cells.count(count.labelled()));
  }

  /** What health messages found, beside what needs no skill. */
  static Grid health(HealthFindings findings) {
    return new Grid(
        "Events found by health messages, which are no alerts and count in none of the above",
        List.of("", "found", "found by no alert", "stretches", "stretches without a label"),
        List.of(line("health", findings.health()), line("random", findings.random())));
  }

  private static List<String> line(String name, HealthFindings.Tally tally) {
    EventTally events = tally.events();
    return List.of(
        name,
        events.found() + " of " + events.events().size(),
        Cells.count(tally.byNoAlert()),
        Cells.count(events.incidents()),
        Cells.count(events.falseAlarms()));
  }
}
