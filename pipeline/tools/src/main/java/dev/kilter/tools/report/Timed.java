package dev.kilter.tools.report;

/** A line that belongs to an instant. */
interface Timed {
  long timeMillis();
}
