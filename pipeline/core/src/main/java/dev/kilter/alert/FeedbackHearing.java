package dev.kilter.alert;

import dev.kilter.alert.feedback.FeedbackEffect;
import dev.kilter.alert.feedback.FeedbackRule;
import dev.kilter.alert.feedback.NewNormal;
import dev.kilter.alert.feedback.RememberedIncident;
import dev.kilter.alert.feedback.Tuned;
import dev.kilter.event.Feedback;
import dev.kilter.event.PerEntity;
import dev.kilter.score.BaselineMove;
import dev.kilter.sequence.Subject;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hears what people say of one detector's incidents. Holds no state, as {@link Judge}.
 *
 * @param id the detector
 * @param models each entity's model
 * @param channels the models' channels by name
 * @param rule how far verdicts move what an entity is held against
 */
public record FeedbackHearing(
    DetectorId id, PerEntity<ModelRule> models, List<String> channels, FeedbackRule rule) {

  /** Whether the entity has a model, without which there is nothing to say of it. */
  public boolean judges(String entity) {
    return models.of(entity) != null;
  }

  /**
   * What comes of a verdict on one of the entity's last incidents.
   *
   * @param incident the incident
   */
  public Hearing hear(Feedback said, RememberedIncident incident, Watch watch) {
    ModelRule own = models.of(said.entity());
    double threshold = own.rule().threshold().of(watch.learned());
    Tuned tuned = rule.hear(said, incident, watch.tuning(), threshold, channels.size());
    return new Hearing(
        watch.tuned(tuned.tuning()),
        new FeedbackOutcome(said, incident, own.model(), tuned.effect()));
  }

  /** What it has come to that somebody told of a new normal. */
  public Hearing learned(NewNormal normal, List<BaselineMove> moves, Watch watch) {
    FeedbackEffect effect =
        rule.learned(moves, channels, threshold(normal.feedback().entity(), watch));
    return new Hearing(
        watch.tuned(watch.tuning().learned(!moves.isEmpty())),
        outcome(normal.feedback(), normal.incident(), effect));
  }

  /**
   * That a new normal of which somebody told is not looked at any more.
   *
   * @param since what has come in between, such as {@code another model came}
   * @param watch what is remembered since
   * @return null where nothing was looked at, or nobody judges the entity any more
   */
  public FeedbackOutcome interrupted(NewNormal normal, String since, Watch watch) {
    if (normal == null || !judges(normal.feedback().entity())) {
      return null;
    }
    double threshold = threshold(normal.feedback().entity(), watch);
    return outcome(
        normal.feedback(), normal.incident(), rule.interrupted(normal, since, threshold));
  }

  /**
   * An incident of which nothing is remembered any more. It was one if its id is made of when it
   * opened, as far as who speaks of it knows.
   *
   * @return null if it was none
   */
  public RememberedIncident formerly(Feedback said) {
    boolean was = said.tellsWhen() && Stream.of(false, true).anyMatch(late -> isIdOf(said, late));
    return was
        ? new RememberedIncident(
            said.incident(), said.openedMillis(), said.untilMillis(), false, Double.NaN, null)
        : null;
  }

  /** What is to be known of a verdict that comes too late to change anything. */
  public FeedbackOutcome tooLate(Feedback said, RememberedIncident incident, Watch watch) {
    return outcome(said, incident, FeedbackEffect.tooLate(threshold(said.entity(), watch)));
  }

  private boolean isIdOf(Feedback said, boolean late) {
    Subject subject = new Subject(said.detector(), said.entity(), late);
    return said.incident()
        .equals(IncidentId.of(id.pipeline(), id.detector(), subject, said.openedMillis()));
  }

  private FeedbackOutcome outcome(
      Feedback said, RememberedIncident incident, FeedbackEffect effect) {
    return new FeedbackOutcome(said, incident, models.of(said.entity()).model(), effect);
  }

  private double threshold(String entity, Watch watch) {
    double without = models.of(entity).rule().threshold().of(watch.learned());
    return without * watch.tuning().factor();
  }
}
