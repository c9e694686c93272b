package dev.kilter.job.journal;

/**
 * A sequence on its way through one network, known again by any process.
 *
 * @param whom a number for topic, network, detector and entity: {@link Fingerprint}
 * @param timeMillis event time of its newest row
 */
record SequenceMark(long whom, long timeMillis) {}
