package dev.kilter.alert.feedback;

import dev.kilter.event.FeedbackVerdict;

/**
 * What is remembered of an incident, so that people can speak of it when it is over.
 *
 * @param id its id
 * @param sinceMillis event time of its first odd verdict
 * @param untilMillis event time at which it was over, or up to which it is known to go on
 * @param open whether it goes on
 * @param peak its highest averaged score
 * @param said what somebody said of it last, or null: nothing
 */
public record RememberedIncident(
    String id,
    long sinceMillis,
    long untilMillis,
    boolean open,
    double peak,
    FeedbackVerdict said) {

  /** The same incident, of which somebody has spoken. */
  RememberedIncident saying(FeedbackVerdict verdict) {
    return new RememberedIncident(id, sinceMillis, untilMillis, open, peak, verdict);
  }
}
