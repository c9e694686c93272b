package dev.kilter.alert;

import dev.kilter.score.Score;
import dev.kilter.score.Verdict;
import dev.kilter.sequence.Subject;

/**
 * A verdict, as the life of an incident sees it.
 *
 * @param detector whose verdict it is
 * @param subject whom it is about
 * @param verdict the verdict
 * @param steps from where on it is worse than minor
 */
record Sighting(DetectorId detector, Subject subject, Verdict verdict, SeveritySteps steps) {
  /** No channel leads. */
  static final int NOBODY = -1;

  /** A channel takes over the lead with a part so many times that of the one before. */
  private static final double CLEAR_LEAD = 1.5;

  long timeMillis() {
    return verdict.score().timeMillis();
  }

  boolean odd() {
    return verdict.odd();
  }

  boolean clear(ClosingRule rule) {
    return !(verdict.average().score() > verdict.threshold() * rule.below());
  }

  double score() {
    return verdict.average().score();
  }

  Severity severity() {
    return steps.of(verdict.excess());
  }

  /** The id of an incident that opens with it. */
  String incidentId() {
    return IncidentId.of(detector.pipeline(), detector.detector(), subject, timeMillis());
  }

  /**
   * What a classifier makes of the incident with it: what became normal since the classifier saw it
   * tells nothing.
   */
  ClassAverage takenInto(ClassAverage before) {
    Score score = verdict.score();
    return score.raw() > verdict.threshold() ? ClassAverage.of(before, score) : before;
  }

  /** The channel with the largest part, or nobody. */
  int leader() {
    double[] shares = verdict.shares();
    int leader = NOBODY;
    for (int channel = 0; channel < shares.length; channel++) {
      if (shares[channel] > (leader == NOBODY ? 0 : shares[leader])) {
        leader = channel;
      }
    }
    return leader;
  }

  /** The channel that clearly leads in place of this one, or nobody. */
  int challengerOf(int leader) {
    int first = leader();
    if (first == NOBODY || first == leader) {
      return NOBODY;
    }
    double[] shares = verdict.shares();
    boolean clear =
        leader == NOBODY || leader >= shares.length || shares[first] >= CLEAR_LEAD * shares[leader];
    return clear ? first : NOBODY;
  }
}
