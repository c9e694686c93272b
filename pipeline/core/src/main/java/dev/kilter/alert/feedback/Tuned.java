package dev.kilter.alert.feedback;

/**
 * What came of a verdict.
 *
 * @param tuning what verdicts have come to with it
 * @param effect what it has changed
 */
public record Tuned(Tuning tuning, FeedbackEffect effect) {}
