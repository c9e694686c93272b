package dev.kilter.bench.report;

import java.util.List;

/**
 * All that was measured, for programs.
 *
 * @param time when, as ISO 8601
 * @param machine on what
 * @param core on which core each process was kept; null where it could not be
 * @param seconds how long each process measured
 * @param lines each peer with each model
 */
public record ReportFile(
    String time, Machine machine, Integer core, int seconds, List<Line> lines) {}
