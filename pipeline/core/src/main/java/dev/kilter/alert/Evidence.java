package dev.kilter.alert;

import dev.kilter.sequence.OffsetRange;
import java.util.List;

/**
 * What it takes to score the moment of an alert again.
 *
 * @param fromMillis event time of the sequence's oldest row
 * @param toMillis event time of its newest row
 * @param raw the score before averaging
 * @param averageBefore the entity's average before it; NaN if it was the first
 * @param offsets where the rows lie in the events topic
 */
public record Evidence(
    long fromMillis, long toMillis, double raw, double averageBefore, List<OffsetRange> offsets) {}
