package dev.kilter.event;

/**
 * One reading of one entity, as decoded.
 *
 * @param entity what is watched, such as {@code pump-17}
 * @param timeMillis event time, in milliseconds since 1970
 * @param values one value per channel of the pipeline file, in its order; NaN where absent
 * @param partition partition of the events topic it came from
 * @param offset its offset there
 * @param index its place among the readings of that record, from 0
 */
public record Event(
    String entity, long timeMillis, double[] values, int partition, long offset, int index)
    implements Decoded {}
