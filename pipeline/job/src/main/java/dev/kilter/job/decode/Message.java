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
  private boolean within;

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
    within = false;
  }

  /** An array of readings begins. Within one there can be no other: it would be looked at again. */
  void enterReadings() throws Rejection {
    if (within) {
      throw new Rejection(DeadLetterReason.NOT_AN_EVENT, "there are readings within a reading");
    }
    within = true;
  }

  /** The array of readings has ended. */
  void leaveReadings() {
    within = false;
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
   * The events it comes to: all of them, or none. Among several, readings of nothing but channels
   * that nobody named are passed over, as such channels are within a reading.
   *
   * @throws Rejection saying what is wrong with the first that is none
   */
  List<Event> events(RecordPosition position) throws Rejection {
    if (count == 0) {
      throw new Rejection(DeadLetterReason.NOT_AN_EVENT, "there is no reading in it");
    }
    List<Event> events = new ArrayList<>(count);
    for (int index = 0; index < count; index++) {
      try {
        if (readings.get(index).settle()) {
          events.add(readings.get(index).event(position, index));
        }
      } catch (Rejection e) {
        throw located(e, index);
      }
    }
    if (events.isEmpty()) {
      throw readings.get(0).withoutChannel();
    }
    return events;
  }
}
