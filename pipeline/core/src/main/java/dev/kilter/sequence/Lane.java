package dev.kilter.sequence;

import dev.kilter.health.HealthMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * The way an entity's events take: in time, or, of those that came too late to be judged with the
 * others, apart.
 *
 * @param entity the entity
 * @param late whether they came too late
 * @param out where what is found goes
 * @param watchers the detectors that watch the entity
 */
public record Lane(String entity, boolean late, Outlet out, List<Watcher> watchers) {

  /**
   * One of the detectors that watch an entity.
   *
   * @param tracker how it cuts sequences
   * @param subject the entity as it sees it
   */
  record Watcher(Tracker tracker, Subject subject) {
    String detector() {
      return tracker.plan().detector();
    }
  }

  /** The way of events that came in time. */
  static Lane inTime(String entity, Outlet out, List<Tracker> trackers) {
    return new Lane(entity, false, out, watchers(entity, false, trackers));
  }

  /** The way of events that came too late: what they say of the entity's health is history. */
  static Lane late(String entity, Outlet out, List<Tracker> trackers) {
    Outlet withoutHealth =
        new Outlet() {
          @Override
          public void send(Envelope<Sequence> envelope) {
            out.send(envelope);
          }

          @Override
          public void send(HealthMessage message) {}
        };
    return new Lane(entity, true, withoutHealth, watchers(entity, true, trackers));
  }

  private static List<Watcher> watchers(String entity, boolean late, List<Tracker> trackers) {
    List<Watcher> watchers = new ArrayList<>(trackers.size());
    for (Tracker tracker : trackers) {
      if (tracker.plan().entities().matches(entity)) {
        Subject subject = new Subject(tracker.plan().detector(), entity, late);
        watchers.add(new Watcher(tracker, subject));
      }
    }
    return watchers;
  }

  /** The detectors that watch the entity. */
  public List<String> detectors() {
    List<String> detectors = new ArrayList<>(watchers.size());
    for (Watcher watcher : watchers) {
      detectors.add(watcher.detector());
    }
    return detectors;
  }

  /** The same as a number: where it is another, other detectors watch the entity. */
  public int watch() {
    return detectors().hashCode();
  }

  Subject subject(String detector) {
    return new Subject(detector, entity, late);
  }
}
