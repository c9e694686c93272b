package dev.kilter.alert.feedback;

import java.util.Locale;

/**
 * What a verdict has changed, and why that and no more.
 *
 * @param kind what it has changed
 * @param before the threshold before it
 * @param after the threshold from now on
 * @param why the reason, for a person
 */
public record FeedbackEffect(Kind kind, double before, double after, String why) {

  /** It changes nothing: nothing is remembered of the incident. */
  public static FeedbackEffect tooLate(double threshold) {
    return new FeedbackEffect(
        Kind.NOTHING,
        threshold,
        threshold,
        "it was too long ago: its entity was forgotten since, or has had "
            + Tuning.MOST_REMEMBERED
            + " incidents");
  }

  /** What a verdict may change. */
  public enum Kind {
    /** Nothing. */
    NOTHING,
    /** The entity's threshold. */
    THRESHOLD,
    /** It is looked at what has become normal. */
    LEARNING,
    /** From where the entity's errors are measured. */
    BASELINE;

    /** The kind as it is written, such as {@code threshold}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
