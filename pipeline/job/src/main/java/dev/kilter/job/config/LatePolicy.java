package dev.kilter.job.config;

import java.util.Locale;

/** What becomes of an event that comes after its time was judged. */
public enum LatePolicy {
  /** It goes to the late output. */
  DEAD_LETTER,
  /** It is sequenced and judged apart, and what is found is marked late. */
  JUDGE;

  /** The policy as it is written, such as {@code dead-letter}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
