package dev.kilter.tools.recording.csv;

/** A column as a channel of the event. */
record Channel(Column column, String name) {}
