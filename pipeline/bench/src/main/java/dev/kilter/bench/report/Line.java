package dev.kilter.bench.report;

import java.util.List;

/**
 * A peer with one model, over all rounds.
 *
 * @param peer what was measured
 * @param model with which model
 * @param path what an event goes through
 * @param perSecond sequences in a second
 * @param rounds what each round measured of that
 * @param cores how much of a core it had, in the middle round
 * @param ofTheLimit its share of what the bare network reaches with its best batch; the median
 */
public record Line(
    String peer,
    String model,
    String path,
    Spread perSecond,
    List<Double> rounds,
    double cores,
    double ofTheLimit) {}
