package dev.kilter.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * A native session and where it runs.
 *
 * @param runner runs it
 * @param onCuda whether on a GPU
 * @param whyNotOnCuda why on the CPU, where a GPU was wanted and could be done without; or null
 */
record OpenedSession(
    OrtSession session, SessionRunner runner, boolean onCuda, String whyNotOnCuda) {

  static OpenedSession onCpu(OrtSession session, RunThread thread, String whyNotOnCuda) {
    SessionRunner runner =
        switch (thread) {
          case BY_PROCESSOR -> new AskingThread(session);
          case OWN -> new SessionThread(session);
        };
    return new OpenedSession(session, runner, false, whyNotOnCuda);
  }

  static OpenedSession onCuda(OrtSession session) {
    return new OpenedSession(session, new SessionThread(session), true, null);
  }

  /** Whether it has a thread of its own. */
  boolean onOwnThread() {
    return runner instanceof SessionThread;
  }

  void close() throws OrtException {
    runner.close();
    session.close();
  }
}
