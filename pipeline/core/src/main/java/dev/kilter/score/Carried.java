package dev.kilter.score;

/**
 * What a network that carries its state from row to row had in it when it was shown a row: the
 * state that its batch began with, or what was carried out of the row before, which has a score.
 */
public sealed interface Carried permits RecurrentState, Score {}
