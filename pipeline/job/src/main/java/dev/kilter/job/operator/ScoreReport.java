package dev.kilter.job.operator;

import dev.kilter.sequence.Subject;

/**
 * What the scores topic tells of one entity at one instant.
 *
 * @param subject which entity and which detector
 * @param timeMillis event time of the newest row
 * @param raw the score before averaging; NaN when not judged
 * @param average the averaged score; NaN when not judged
 * @param threshold what the average is held against; NaN when not judged
 * @param expected what the model expected of each of its channels; null when not judged
 * @param shares each channel's share of the averaged error, 0 to 1; null when not judged
 * @param notJudged why there is no score, or null
 */
public record ScoreReport(
    Subject subject,
    long timeMillis,
    double raw,
    double average,
    double threshold,
    float[] expected,
    double[] shares,
    String notJudged) {}
