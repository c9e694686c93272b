package dev.kilter.bench.alerts;

import java.util.List;

/**
 * How much of what was told is true.
 *
 * @param pipeline which pipeline watched
 * @param fleets what became of each fleet
 * @param kilter the incidents of all fleets
 * @param runs the plain runs of verdicts over the threshold of all fleets
 */
record AlertsReport(String pipeline, List<FleetOutcome> fleets, Tally kilter, Tally runs) {

  /** Of at least one fleet. */
  static AlertsReport of(String pipeline, List<FleetOutcome> fleets) {
    return new AlertsReport(
        pipeline,
        fleets,
        Tally.all(fleets.stream().map(FleetOutcome::kilter).toList()),
        Tally.all(fleets.stream().map(FleetOutcome::runs).toList()));
  }

  String text() {
    return String.join(
        System.lineSeparator(),
        "",
        Tally.HEAD,
        Tally.HEAD_BELOW,
        runs.row("runs over the threshold"),
        kilter.row("Kilter"));
  }
}
