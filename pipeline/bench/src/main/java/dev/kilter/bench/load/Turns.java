package dev.kilter.bench.load;

import dev.kilter.UserError;
import java.io.Serializable;

/**
 * Deals events out to tasks in turns. Flink gives each task one piece of the numbers from 0, all of
 * one size: a task that began in the middle would be far ahead of the others in event time.
 *
 * @param events how many there are, a multiple of the tasks
 * @param tasks among how many tasks
 */
record Turns(long events, int tasks) implements Serializable {
  Turns {
    if (events < tasks || events % tasks != 0) {
      throw new UserError(
          "%d events cannot be dealt out to %d tasks; give a multiple of that"
              .formatted(events, tasks));
    }
  }

  /** The number of the event at this place of the pieces. */
  long number(long place) {
    long each = events / tasks;
    return place % each * tasks + place / each;
  }
}
