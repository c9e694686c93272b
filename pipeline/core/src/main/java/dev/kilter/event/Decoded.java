package dev.kilter.event;

/** What became of one record of the events topic: an event, or a dead letter. */
public sealed interface Decoded permits Event, DeadLetter {}
