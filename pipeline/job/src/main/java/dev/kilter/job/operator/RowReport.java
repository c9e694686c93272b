package dev.kilter.job.operator;

/**
 * What one entity's events of one instant came to.
 *
 * @param entity the entity
 * @param timeMillis event time
 * @param values one value per channel of the pipeline file, in its order; NaN where absent
 */
public record RowReport(String entity, long timeMillis, float[] values) {}
