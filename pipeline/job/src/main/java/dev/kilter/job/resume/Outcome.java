package dev.kilter.job.resume;

import java.util.Locale;

/** What becomes of a part of the state. */
public enum Outcome {
  /** It goes on as it is. */
  KEPT,
  /** There is none yet, or what there is cannot be used: it begins anew. */
  ANEW,
  /** It is lost, and nothing comes in its place. */
  DROPPED,
  /** With it the pipeline must not go on. */
  REFUSED;

  /** The outcome as it is written, such as {@code kept}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
