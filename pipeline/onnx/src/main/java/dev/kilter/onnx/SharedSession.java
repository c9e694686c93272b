package dev.kilter.onnx;

import ai.onnxruntime.OrtException;

/**
 * A native session and how many run it. {@link OpenSessions} counts them under its own lock;
 * opening has a lock of its own, so that two networks are opened at the same time.
 */
final class SharedSession {
  private final Key key;
  private int users;
  private OpenedSession session;

  /**
   * What makes two sessions the same.
   *
   * @param network the SHA-256 of its bytes
   * @param processor where it runs
   */
  record Key(String network, Processor processor) {}

  /** One that nobody uses yet. */
  SharedSession(Key key) {
    this.key = key;
  }

  Key key() {
    return key;
  }

  void join() {
    users++;
  }

  /** How many are left. */
  int leave() {
    return --users;
  }

  /**
   * The session; the first who asks opens it.
   *
   * @throws CudaError when there must be a GPU and there is none
   */
  synchronized OpenedSession opened(byte[] network) throws OrtException {
    if (session == null) {
      session = SessionOpener.open(network, key.processor());
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
