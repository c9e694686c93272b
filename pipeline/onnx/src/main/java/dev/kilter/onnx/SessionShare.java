package dev.kilter.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * One user's part in a session, which its runner runs; it is closed once, when the last part is.
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

  /** The session, to be asked for its inputs and outputs. */
  OrtSession session() {
    return session.session();
  }

  /** Runs it. */
  SessionRunner runner() {
    return session.runner();
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
