package dev.kilter.alert;

import dev.kilter.alert.feedback.FeedbackEffect;
import dev.kilter.alert.feedback.RememberedIncident;
import dev.kilter.event.Feedback;

/**
 * A verdict of a person and what it has changed: what there is to look up later, and a label.
 *
 * @param feedback who said what
 * @param incident the incident, as far as it has come
 * @param model whose scores it rested on
 * @param effect what has changed, and why
 */
public record FeedbackOutcome(
    Feedback feedback, RememberedIncident incident, ModelReference model, FeedbackEffect effect) {}
