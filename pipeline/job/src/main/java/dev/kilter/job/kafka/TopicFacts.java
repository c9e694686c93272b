package dev.kilter.job.kafka;

/**
 * What a pipeline needs to know of its topics before it is built.
 *
 * @param largestRecordBytes the largest value that the topics of dead letters and late events take
 * @param eventPartitions how many partitions the events topic has
 */
public record TopicFacts(int largestRecordBytes, int eventPartitions) {}
