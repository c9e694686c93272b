package dev.kilter.job.operator;

import dev.kilter.sequence.Duplicates;
import java.io.Serializable;

/**
 * How events are put in order.
 *
 * @param maxLatenessMillis how long an event may come after a later one and still find its place
 * @param judgeLate whether what comes later is judged apart; it is a dead letter otherwise
 * @param duplicates which of several values at one instant wins
 * @param forgetAfterMillis an entity without an event for so long is forgotten
 */
record OrderRules(
    long maxLatenessMillis, boolean judgeLate, Duplicates duplicates, long forgetAfterMillis)
    implements Serializable {}
