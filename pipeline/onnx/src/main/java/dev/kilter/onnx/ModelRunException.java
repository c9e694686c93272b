package dev.kilter.onnx;

/** A network that was admitted did not run. */
public class ModelRunException extends Exception {
  private static final long serialVersionUID = 1L;

  ModelRunException(String message, Throwable cause) {
    super(message, cause);
  }
}
