package dev.kilter.tools.evaluate;

/** A stretch of event time: from its first instant up to, but without, its last. */
record Span(long fromMillis, long untilMillis) {

  boolean overlaps(Span other) {
    return fromMillis < other.untilMillis && other.fromMillis < untilMillis;
  }

  long lengthMillis() {
    return untilMillis - fromMillis;
  }

  Span shifted(long millis) {
    return new Span(fromMillis + millis, untilMillis + millis);
  }
}
