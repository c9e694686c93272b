package dev.kilter.alert.quiet;

import java.io.Serializable;

/**
 * When a quiet time is: once, or again and again. The answer depends on the instant asked for and
 * on nothing else, whatever was asked before. An instance may keep what it found last, so it is for
 * one thread at a time; a copy through serialization goes its own way.
 */
public interface Recurrence extends Serializable {

  /**
   * The window that an instant lies in, or null if it lies in none. Where windows overlap, it is
   * the one that ends last.
   *
   * @param timeMillis event time, in milliseconds since 1970
   */
  TimeWindow covering(long timeMillis);
}
