package dev.kilter.job.kafka;

/**
 * What a pipeline needs to know of its topics before it is built.
 *
 * @param largestRecordBytes the largest record that the dead letters topic takes
 * @param eventPartitions how many partitions the events topic has
 */
public record TopicFacts(int largestRecordBytes, int eventPartitions) {}
