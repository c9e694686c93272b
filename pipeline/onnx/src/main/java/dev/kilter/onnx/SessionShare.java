package dev.kilter.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * One user's part in a session. Many threads may run the session at once; it is closed once, when
 * the last part is.
 */
final class SessionShare implements AutoCloseable {
  private final OpenSessions sessions;
  private final SharedSession shared;
  private final OpenedSession session;
  private boolean closed;

  SessionShare(OpenSessions sessions, SharedSession shared, OpenedSession session) {
    this.sessions = sessions;
    this.shared = shared;
    this.session = session;
  }

  OrtSession session() {
    return session.session();
  }

  /** Where it runs. */
  OpenedSession opened() {
    return session;
  }

  /** Safe to do twice: a part is given back once. */
  @Override
  public void close() throws OrtException {
    if (!closed) {
      closed = true;
      sessions.leave(shared);
    }
  }
}
