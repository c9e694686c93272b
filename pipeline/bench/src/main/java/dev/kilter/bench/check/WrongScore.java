package dev.kilter.bench.check;

/** A peer did other work than the bare network, so its time would say nothing. */
public final class WrongScore extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what is wrong. */
  public WrongScore(String message) {
    super(message);
  }
}
