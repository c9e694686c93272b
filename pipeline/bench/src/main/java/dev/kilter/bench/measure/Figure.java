package dev.kilter.bench.measure;

/**
 * What one process measured.
 *
 * @param perSecond sequences in a second
 * @param cores how much of a core it had meanwhile
 */
public record Figure(double perSecond, double cores) {}
