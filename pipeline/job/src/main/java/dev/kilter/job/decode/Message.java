package dev.kilter.job.decode;

import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import java.util.ArrayList;
import java.util.List;

/** The readings of one record. Used again for one record after the other. */
final class Message {
  /** What is kept for the next record; a longer one is made anew. */
  private static final int KEPT = 64;

  private final Channels channels;
  private final List<Draft> readings = new ArrayList<>();
  private int count;
  private boolean several;

  Message(Channels channels) {
    this.channels = channels;
  }

  /** Forgets the record before. */
  void begin() {
    if (readings.size() > KEPT) {
      readings.subList(KEPT, readings.size()).clear();
    }
    count = 0;
    several = false;
  }

  /** The next reading, begun. */
  Draft next() {
    if (count == readings.size()) {
      readings.add(new Draft(channels));
    }
    Draft draft = readings.get(count++);
    draft.begin();
    return draft;
  }

  /** How many readings there are by now. */
  int count() {
    return count;
  }

  /** From here on what is wrong is told with the reading it is wrong with. */
  void several() {
    several = true;
  }

  /** The reading at this place is none: it stands around those behind it. */
  void surround(int place) {
    Draft around = readings.remove(place);
    readings.add(around);
    count--;
    for (int reading = place; reading < count; reading++) {
      readings.get(reading).inherit(around);
    }
  }

  /** What is wrong with the newest reading, with its place where there are several. */
  Rejection located(Rejection wrong, int reading) {
    return several
        ? new Rejection(wrong.reason(), "reading " + (reading + 1) + ": " + wrong.getMessage())
        : wrong;
  }

  /**
   * The events it comes to: all of them, or none.
   *
   * @throws Rejection saying what is wrong with the first that is none
   */
  List<Event> events(RecordPosition position) throws Rejection {
    if (count == 0) {
      throw new Rejection(DeadLetterReason.NOT_AN_EVENT, "there is no reading in it");
    }
    if (count == 1) {
      return List.of(event(position, 0));
    }
    List<Event> events = new ArrayList<>(count);
    for (int index = 0; index < count; index++) {
      events.add(event(position, index));
    }
    return events;
  }

  private Event event(RecordPosition position, int index) throws Rejection {
    try {
      return readings.get(index).event(position, index);
    } catch (Rejection e) {
      throw located(e, index);
    }
  }
}
