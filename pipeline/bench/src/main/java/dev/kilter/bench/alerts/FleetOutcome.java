package dev.kilter.bench.alerts;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What became of one fleet.
 *
 * @param seed of which seed it is
 * @param kilter the pipeline's incidents held against the faults
 * @param runs the same for the plain runs of verdicts over the threshold
 */
record FleetOutcome(long seed, Tally kilter, Tally runs) {

  /** As {@code kilter evaluate --json} tells it. */
  static FleetOutcome of(long seed, JsonNode evaluation) {
    double days = evaluation.required("entityDays").doubleValue();
    return new FleetOutcome(
        seed,
        Tally.of(days, evaluation.required("kilter")),
        Tally.of(days, evaluation.required("runsOverThreshold")));
  }

  String text() {
    return "seed %d: %d of %d faults found, %d false of %d incidents; runs over the threshold: %d found, %d false of %d"
        .formatted(
            seed,
            kilter.found(),
            kilter.faults(),
            kilter.falseIncidents(),
            kilter.incidents(),
            runs.found(),
            runs.falseIncidents(),
            runs.incidents());
  }
}
