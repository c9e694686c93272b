package dev.kilter.job.resume;

/**
 * What becomes of a part of the state of a savepoint, and why.
 *
 * @param part which part
 * @param outcome what becomes of it
 * @param reason why, and what to do where it is refused; for a person
 */
public record Fate(String part, Outcome outcome, String reason) {

  static Fate kept(String part, String reason) {
    return new Fate(part, Outcome.KEPT, reason);
  }

  static Fate anew(String part, String reason) {
    return new Fate(part, Outcome.ANEW, reason);
  }

  static Fate dropped(String part, String reason) {
    return new Fate(part, Outcome.DROPPED, reason);
  }

  static Fate refused(String part, String reason) {
    return new Fate(part, Outcome.REFUSED, reason);
  }

  @Override
  public String toString() {
    return part + ": " + reason;
  }
}
