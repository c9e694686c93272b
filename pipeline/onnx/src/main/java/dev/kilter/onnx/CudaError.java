package dev.kilter.onnx;

import dev.kilter.UserError;

/** A GPU was asked for and cannot be had on this machine: another try will not change that. */
public final class CudaError extends UserError {
  private static final long serialVersionUID = 1L;

  private final String why;

  /** An error that says what is missing. */
  CudaError(String why) {
    super(
        "runtime.provider is cuda, and this machine cannot: "
            + why
            + ". With provider: auto it would run on the CPU.");
    this.why = why;
  }

  /** What is missing. */
  public String why() {
    return why;
  }
}
