package dev.kilter.bench.cores;

import dev.kilter.bench.report.Spread;
import java.util.List;

/**
 * One subject with one model, over all rounds.
 *
 * @param subject what was measured
 * @param model with which model
 * @param one sequences in a second on one core
 * @param two on two
 * @param ratio two over one, of each round
 * @param rounds the ratio of each round
 * @param had the least share that a process had of the cores it was kept on
 */
record CoresLine(
    String subject,
    String model,
    Spread one,
    Spread two,
    Spread ratio,
    List<Double> rounds,
    double had) {}
