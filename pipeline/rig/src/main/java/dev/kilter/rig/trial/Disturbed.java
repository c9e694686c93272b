package dev.kilter.rig.trial;

import dev.kilter.rig.oracle.Told;
import java.util.List;
import java.util.function.Consumer;

/**
 * A disturbance that is over.
 *
 * @param begunNanos when it began
 * @param overNanos from when on it counts how long it takes to recover
 * @param told is told the alerts in the end
 */
record Disturbed(long begunNanos, long overNanos, Consumer<List<Told>> told) {

  /** One for which it says enough when it was. */
  static Disturbed between(long begunNanos, long overNanos) {
    return new Disturbed(begunNanos, overNanos, alerts -> {});
  }
}
