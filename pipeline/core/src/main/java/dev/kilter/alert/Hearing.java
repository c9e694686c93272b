package dev.kilter.alert;

/**
 * What came of a verdict of a person.
 *
 * @param watch what is to be remembered of the entity from now on
 * @param outcome what has changed
 */
public record Hearing(Watch watch, FeedbackOutcome outcome) {}
