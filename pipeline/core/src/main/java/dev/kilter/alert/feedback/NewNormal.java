package dev.kilter.alert.feedback;

import dev.kilter.event.Feedback;
import dev.kilter.score.Score;
import dev.kilter.score.Stretch;

/**
 * What an entity's errors are like since somebody said that they are the new normal.
 *
 * @param feedback who said so of what
 * @param incident the incident
 * @param left how many sequences are still to be seen
 * @param seen what was seen so far
 */
public record NewNormal(Feedback feedback, RememberedIncident incident, int left, Stretch seen) {

  /** What is known with one more score, as it was before it was measured from any baseline. */
  public NewNormal with(Score score) {
    return new NewNormal(feedback, incident, left - 1, seen.with(score.parts()));
  }

  /** Whether enough was seen. */
  public boolean isSeen() {
    return left <= 0;
  }
}
