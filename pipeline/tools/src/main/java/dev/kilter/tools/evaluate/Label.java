package dev.kilter.tools.evaluate;

/**
 * What the truth says of one entity: something was wrong from here to there.
 *
 * @param kind what was wrong; empty where the truth does not say
 */
record Label(Span span, String kind) {}
