package dev.kilter.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * A native session and how many run it. {@link OpenSessions} counts them under its own lock;
 * opening has a lock of its own, so that two networks are opened at the same time.
 */
final class SharedSession {
  private final String network;
  private int users;
  private OrtSession session;

  /**
   * One that nobody uses yet.
   *
   * @param network the SHA-256 of its bytes
   */
  SharedSession(String network) {
    this.network = network;
  }

  String network() {
    return network;
  }

  void join() {
    users++;
  }

  /** How many are left. */
  int leave() {
    return --users;
  }

  /** The session; the first who asks opens it. */
  synchronized OrtSession opened(byte[] bytes) throws OrtException {
    if (session == null) {
      try (OrtSession.SessionOptions options = OnnxModel.singleThreaded()) {
        session = OnnxEnvironment.get().createSession(bytes, options);
      }
    }
    return session;
  }

  /** Closes the session, if it ever was opened. ONNX Runtime throws where that is done twice. */
  synchronized void close() throws OrtException {
    if (session != null) {
      session.close();
    }
  }
}
