package dev.kilter.alert;

import dev.kilter.alert.feedback.RememberedIncident;
import dev.kilter.alert.feedback.Tuning;
import dev.kilter.event.Feedback;
import dev.kilter.event.FeedbackVerdict;
import dev.kilter.score.MovingAverage;
import dev.kilter.score.threshold.ThresholdState;

/**
 * All that one detector remembers of one entity. Never changed, so that it can be kept as it is.
 *
 * @param average the exponential average of its scores
 * @param learned what was seen of its scores, for its threshold
 * @param phase where it is in the life of its incidents
 * @param tuning what people's verdicts have come to
 */
public record Watch(MovingAverage average, ThresholdState learned, Phase phase, Tuning tuning) {

  /** What is remembered of an entity never judged. */
  public static Watch begin() {
    return new Watch(MovingAverage.empty(), ThresholdState.begin(), Calm.AT_FIRST, Tuning.NONE);
  }

  /**
   * Begins anew, counts included, but an open incident stays open, a cooldown goes on, and so does
   * what was learned for the threshold: another model's it is not taken for.
   */
  public Watch reset() {
    return new Watch(MovingAverage.empty(), learned, phase.anew(), tuning);
  }

  /** Begins anew under another model version: of the old one's scores nobody's verdict counts. */
  public Watch resetUnderNewModel() {
    return reset().tuned(tuning.underNewModel());
  }

  /** The same with what another verdict has come to. */
  public Watch tuned(Tuning other) {
    return new Watch(average, learned, phase, other);
  }

  /** The same with one more score. */
  Watch with(MovingAverage newAverage, ThresholdState newLearned, Phase newPhase) {
    return new Watch(newAverage, newLearned, newPhase, tuning);
  }

  /** The same in another phase. */
  Watch in(Phase other) {
    return new Watch(average, learned, other, tuning);
  }

  /** Whether nothing is remembered. */
  public boolean isBlank() {
    return Double.isNaN(average.score())
        && learned.counts() == null
        && learned.peaks() == null
        && phase.incident() == null
        && tuning.equals(Tuning.NONE);
  }

  /** The open incident, or null. */
  public Incident incident() {
    return phase.inAlarm() ? phase.incident() : null;
  }

  /** The same, so that people may speak of an incident that is over. */
  Watch remembering(Incident ended, long timeMillis) {
    return tuned(tuning.remembering(remembered(ended, timeMillis, false)));
  }

  /** The incident that somebody speaks of, or null: none such is open or remembered. */
  public RememberedIncident remembered(Feedback said) {
    Incident open = incident();
    boolean isOpen = open != null && open.isTold() && open.id().equals(said.incident());
    return isOpen
        ? remembered(open, Math.max(said.fromMillis(), open.telling().timeMillis()), true)
        : tuning.find(said.incident());
  }

  private RememberedIncident remembered(Incident incident, long untilMillis, boolean open) {
    RememberedIncident before = tuning.find(incident.id());
    FeedbackVerdict said = before == null ? null : before.said();
    return new RememberedIncident(
        incident.id(), incident.sinceMillis(), untilMillis, open, incident.peak(), said);
  }
}
