package dev.kilter.score;

import java.util.List;

/** Scores as tests need them. */
public final class Scores {
  private Scores() {}

  /** A score at time 0. */
  public static Score score(double raw, float... parts) {
    return at(0, raw, parts);
  }

  /** A score whose observed values are 10 times its parts, and 0 was expected. */
  public static Score at(long timeMillis, double raw, float... parts) {
    float[] observed = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      observed[i] = 10 * parts[i];
    }
    return new Score(
        timeMillis - 3, timeMillis, raw, parts, observed, new float[parts.length], List.of());
  }
}
