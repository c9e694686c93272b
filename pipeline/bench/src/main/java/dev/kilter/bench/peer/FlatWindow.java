package dev.kilter.bench.peer;

/**
 * A window on its way to the threads that score it.
 *
 * @param number the number of its newest event
 * @param values {@code [time][channel]} flattened
 */
public record FlatWindow(long number, float[] values) {}
