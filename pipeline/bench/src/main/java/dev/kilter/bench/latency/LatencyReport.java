package dev.kilter.bench.latency;

import dev.kilter.bench.report.Machine;
import java.util.List;

/**
 * All that was measured, for programs.
 *
 * @param time when, as ISO 8601
 * @param machine on what
 * @param where on which core the job was kept, and what had the others
 * @param settings what the pipeline file says of how long things wait
 * @param highestPerSecond the highest rate at which the job does not fall behind, in events
 * @param lines what was measured at half of that
 */
record LatencyReport(
    String time,
    Machine machine,
    String where,
    String settings,
    double highestPerSecond,
    List<LatencyLine> lines) {}
