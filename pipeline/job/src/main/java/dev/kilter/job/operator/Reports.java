package dev.kilter.job.operator;

import java.io.Serializable;

/**
 * What a pipeline reports on the way to its alerts: each costs time for every event.
 *
 * @param rows what the entities' events came to
 * @param scores what was judged how
 */
public record Reports(boolean rows, boolean scores) implements Serializable {

  /** Everything there is. */
  public static Reports all() {
    return new Reports(true, true);
  }
}
