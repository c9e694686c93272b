package dev.kilter.tools.demo;

import java.util.List;

/**
 * One incident, as far as the scoreboard cares.
 *
 * @param entity who is in trouble
 * @param openedMillis event time at which it opened
 * @param closedMillis event time at which it closed; {@link #STILL_OPEN} if it did not
 * @param channels what it named when it opened, the worst first
 */
record Opening(String entity, long openedMillis, long closedMillis, List<String> channels) {
  static final long STILL_OPEN = Long.MAX_VALUE;

  Opening {
    channels = List.copyOf(channels);
  }

  Opening closedAt(long millis) {
    return new Opening(entity, openedMillis, millis, channels);
  }
}
