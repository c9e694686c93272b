package dev.kilter.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

/**
 * The one ONNX Runtime of this JVM, started so that a long command line does not end the process,
 * and with its reports to its maker switched off (decision 0007).
 */
final class OnnxEnvironment {
  private static final String NAME = "kilter";
  private static OrtEnvironment environment;

  private OnnxEnvironment() {}

  /** Started by the first who asks: a static initializer would wait for the thread it started. */
  static synchronized OrtEnvironment get() {
    if (environment == null) {
      environment = DeepStack.call(OnnxEnvironment::start);
    }
    return environment;
  }

  private static OrtEnvironment start() {
    OrtEnvironment started = OrtEnvironment.getEnvironment(NAME);
    try {
      started.setTelemetry(false);
    } catch (OrtException e) {
      throw new IllegalStateException("its telemetry cannot be switched off", e);
    }
    return started;
  }
}
