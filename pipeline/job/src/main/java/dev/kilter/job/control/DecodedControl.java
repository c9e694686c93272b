package dev.kilter.job.control;

/** What became of one record of the control topic: a message, or a dead letter. */
public sealed interface DecodedControl permits HeardControl, RefusedControl {}
