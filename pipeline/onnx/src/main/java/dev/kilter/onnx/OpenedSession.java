package dev.kilter.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * A native session and where it runs.
 *
 * @param onCuda whether on a GPU
 * @param whyNotOnCuda why on the CPU, where a GPU was wanted and could be done without; or null
 */
record OpenedSession(OrtSession session, boolean onCuda, String whyNotOnCuda) {

  void close() throws OrtException {
    session.close();
  }
}
