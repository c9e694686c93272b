package dev.kilter.bench.peer;

import dev.kilter.bench.network.NestedArrays;
import dev.kilter.event.Event;

/**
 * A window as the network takes it.
 *
 * @param values {@code [time][batch of one][channel]}
 * @param number the number of the newest event
 * @param complete whether all rows are there
 */
record TimeMajorRows(float[][][] values, long number, boolean complete) {

  static TimeMajorRows of(Iterable<Event> window, int length) {
    float[][][] values = new float[length][1][];
    long number = -1;
    int time = 0;
    for (Event event : window) {
      values[time++][0] = NestedArrays.floats(event.values());
      number = event.offset();
    }
    return new TimeMajorRows(values, number, time == length);
  }
}
