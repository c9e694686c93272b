package dev.kilter.sequence;

/**
 * Values of one channel of a sequence that have to be told, as its records do not say them.
 *
 * @param name the channel
 * @param rows in which rows they stand, 0 the oldest
 * @param values the value in each of them; NaN where nothing stood in
 */
public record ToldCells(String name, int[] rows, float[] values) {}
