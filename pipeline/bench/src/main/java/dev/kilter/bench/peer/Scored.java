package dev.kilter.bench.peer;

/**
 * What a peer says of one sequence.
 *
 * @param number the number of its newest event
 * @param score the raw score, as Kilter makes it
 */
public record Scored(long number, double score) {}
