package dev.kilter.tools.simulate;

/**
 * What one pump's sensors showed at one instant.
 *
 * @param values in the order of {@link Plant#CHANNELS}; NaN where absent
 */
// An array, as readings come by the million and nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
public record Reading(String entity, long timeMillis, double[] values) {}
