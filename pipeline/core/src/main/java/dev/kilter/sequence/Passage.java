package dev.kilter.sequence;

import dev.kilter.event.Reading;
import java.util.List;

/**
 * Takes an entity through all instants that event time has passed and that matter to it, in their
 * order: the turns of its events, the ends of cells and sessions, silence, and being forgotten.
 */
public final class Passage {
  private static final long NONE = DueReadings.NONE;

  private final EntityTracker tracker;
  private final Duplicates duplicates;

  /**
   * A passage for the entities of one task.
   *
   * @param duplicates which of several values at one instant wins
   */
  public Passage(EntityTracker tracker, Duplicates duplicates) {
    this.tracker = tracker;
    this.duplicates = duplicates;
  }

  /**
   * Takes an entity on. At the end of the input nobody is silent or forgotten: there is only
   * nothing more to come.
   *
   * @param before what is kept of it; changed
   * @param readings the events whose turn it is, the earliest first
   * @param untilMillis how far event time has come; {@link Long#MAX_VALUE} at the end of the input
   * @return what is to be kept of it now; null where it was forgotten
   */
  public EntityHistory take(
      Lane lane, EntityHistory before, List<Reading> readings, long untilMillis) {
    var due = new DueReadings(readings, millis -> tracker.releaseAt(lane, millis));
    boolean ended = untilMillis == NONE;
    EntityHistory history = before;
    for (long now = next(lane, history, due, ended);
        now <= untilMillis && now != NONE;
        now = next(lane, history, due, ended)) {
      history = history == null ? EntityHistory.begin(tracker) : history;
      takeIn(lane, now, due.take(now), history);
      if (!ended && isForgotten(lane, now, history)) {
        history = null;
      }
    }
    return history;
  }

  /** The next instant that matters. */
  private long next(Lane lane, EntityHistory history, DueReadings due, boolean ended) {
    if (history == null) {
      return due.nextTurn();
    }
    long upkeep = ended ? NONE : tracker.upkeepMillis(lane, history.entity());
    return Math.min(due.nextTurn(), Math.min(upkeep, tracker.dueMillis(lane, history.tracks())));
  }

  private void takeIn(Lane lane, long now, List<Reading> readings, EntityHistory history) {
    for (Moment moment : Moment.inOrder(readings, duplicates)) {
      lane.out().lost(moment.duplicates());
      Row row = tracker.take(lane, moment, history.entity(), history.tracks());
      lane.out().taken(lane.entity(), row);
    }
    if (!readings.isEmpty() || tracker.dueMillis(lane, history.tracks()) <= now) {
      history.entity().releasedUpToMillis = now;
      tracker.passed(lane, now, history);
    }
  }

  /**
   * Tells of silence, and of an end.
   *
   * @return whether the entity has been away for so long that it is forgotten
   */
  private boolean isForgotten(Lane lane, long now, EntityHistory history) {
    tracker.noteSilence(lane, now, history.entity());
    boolean forgotten = tracker.toBeForgotten(lane, now, history.entity());
    if (forgotten) {
      tracker.forget(lane, now, history.entity(), history.tracks());
      lane.out().forgotten(lane.entity());
    }
    return forgotten;
  }
}
