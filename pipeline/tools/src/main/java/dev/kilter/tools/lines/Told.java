package dev.kilter.tools.lines;

import dev.kilter.alert.AlertStatus;

/**
 * How far an incident has come, as an alert tells it.
 *
 * @param revision how many alerts there have been of it
 * @param closedMillis when it was over, or null: it goes on
 */
public record Told(int revision, Long closedMillis) {

  /** What an alert tells; of one without revisions an end comes last. */
  public static Told of(JsonFields alert) {
    boolean closed =
        alert.oneOf("status", AlertStatus.values(), AlertStatus::label) == AlertStatus.CLOSED;
    int last = closed ? 1 : 0;
    int revision = alert.has("revision") ? (int) alert.number("revision") : last;
    return new Told(revision, closed ? alert.instantMillis("time") : null);
  }

  /** What the later of two alerts tells: what is over can come back. */
  public Told or(Told other) {
    return other.revision > revision ? other : this;
  }
}
