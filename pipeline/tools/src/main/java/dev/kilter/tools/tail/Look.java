package dev.kilter.tools.tail;

/**
 * How lines are to look.
 *
 * @param colour whether they have colour
 * @param columns the most characters a line may have
 */
record Look(boolean colour, int columns) {}
