package dev.kilter.tools.demo;

import dev.kilter.tools.messages.HealthNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was said about sensors so far, each message counted once, however often it arrives. */
final class HealthLog {
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Opening> sensors = new HashMap<>();

  /** Whether the message says something new about a sensor. */
  synchronized boolean accept(HealthNote note) {
    if (!note.ofSensor() || !seen.add(note.id() + note.began())) {
      return false;
    }
    long millis = note.time().toEpochMilli();
    if (note.began()) {
      List<String> channel = List.of(note.scope().channel());
      sensors.put(note.id(), new Opening(note.entity(), millis, Opening.STILL_OPEN, channel));
    } else {
      sensors.computeIfPresent(note.id(), (id, open) -> open.closedAt(millis));
    }
    return true;
  }

  /** Every sensor that something was wrong with, from when to when. */
  synchronized List<Opening> openings() {
    return new ArrayList<>(sensors.values());
  }
}
