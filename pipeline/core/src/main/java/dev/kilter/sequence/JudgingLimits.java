package dev.kilter.sequence;

import java.io.Serializable;

/**
 * What a sequence must have to be judged.
 *
 * @param maxImputed the largest share of its values that may be filled in, 0 to 1
 * @param minChannels so many of the model's channels must be healthy
 * @param takesMask whether the model is told which values are missing, and so takes sequences with
 *     values that nothing stands in for
 */
public record JudgingLimits(double maxImputed, int minChannels, boolean takesMask)
    implements Serializable {}
