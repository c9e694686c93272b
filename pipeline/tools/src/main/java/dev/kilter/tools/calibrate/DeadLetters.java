package dev.kilter.tools.calibrate;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Decoded;

/** The inputs that are no events, and why. */
final class DeadLetters implements Gathering<Decoded, DeadLetters> {
  private static final long serialVersionUID = 1L;

  private final Reasons reasons = new Reasons();

  @Override
  public void add(Decoded decoded) {
    if (decoded instanceof DeadLetter letter) {
      reasons.add(letter.reason().label(), letter.reason().label() + ", " + letter.detail());
    }
  }

  @Override
  public void merge(DeadLetters other) {
    reasons.merge(other.reasons);
  }

  Reasons reasons() {
    return reasons;
  }
}
