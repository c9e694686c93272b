package dev.kilter.score;

import java.util.Locale;

/** Which way a channel has to be off for it to matter. */
public enum Direction {
  /** Only above what was expected. */
  RISE,
  /** Only below it. */
  DROP,
  /** Either way. */
  BOTH;

  /**
   * Whether a deviation goes this way.
   *
   * @param deviation what was observed less what was expected
   */
  boolean holds(double deviation) {
    return switch (this) {
      case RISE -> deviation > 0;
      case DROP -> deviation < 0;
      case BOTH -> true;
    };
  }

  /** The direction as it is written, such as {@code rise}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
