package dev.kilter.tools.compare;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is not the same in two runs.
 *
 * @param kind added, gone or changed
 * @param incident the incident, as the first run that has it tells it
 * @param detail what differs, for a person
 */
record Difference(Kind kind, RunIncident incident, String detail) {

  /** How two runs can differ in an incident. */
  enum Kind {
    ADDED,
    GONE,
    CHANGED
  }

  /**
   * What differs between the two of a pair, if anything.
   *
   * @param shift how far an incident may be moved in time and still be the same
   */
  static Optional<Difference> of(IncidentPair pair, Duration shift) {
    if (pair.before() == null) {
      return Optional.of(new Difference(Kind.ADDED, pair.after(), whole(pair.after())));
    }
    if (pair.after() == null) {
      return Optional.of(new Difference(Kind.GONE, pair.before(), whole(pair.before())));
    }
    List<String> changes = changes(pair.before(), pair.after(), shift);
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Difference(Kind.CHANGED, pair.before(), String.join("; ", changes)));
  }

  private static String whole(RunIncident incident) {
    return Times.span(incident) + "; " + incident.severity() + "; " + channels(incident);
  }

  private static List<String> changes(RunIncident before, RunIncident after, Duration shift) {
    List<String> changes = new ArrayList<>();
    if (moved(before.opened(), after.opened(), shift)) {
      changes.add("opened " + Times.move(before.opened(), after.opened()));
    }
    if (moved(before.closed(), after.closed(), shift)) {
      changes.add("closed " + Times.move(before.closed(), after.closed()));
    }
    if (!before.severity().equals(after.severity())) {
      changes.add("severity " + before.severity() + " → " + after.severity());
    }
    if (!before.channels().equals(after.channels())) {
      changes.add("channels " + channels(before) + " → " + channels(after));
    }
    return changes;
  }

  private static String channels(RunIncident incident) {
    return String.join(", ", incident.channels());
  }

  private static boolean moved(Instant before, Instant after, Duration shift) {
    if (before == null || after == null) {
      return !Objects.equals(before, after);
    }
    return Duration.between(before, after).abs().compareTo(shift) > 0;
  }
}
