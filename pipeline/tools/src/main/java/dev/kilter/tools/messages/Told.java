package dev.kilter.tools.messages;

/**
 * How far an incident has come, as an alert tells it.
 *
 * @param revision how many alerts there have been of it
 * @param closedMillis when it was over, or null: it goes on
 */
public record Told(int revision, Long closedMillis) {

  /** What an alert tells. */
  public static Told of(AlertMessage alert) {
    return new Told(alert.revision(), alert.closed() ? alert.moment().time().toEpochMilli() : null);
  }

  /** What the later of two alerts tells: what is over can come back. */
  public Told or(Told other) {
    return other.revision > revision ? other : this;
  }
}
