package dev.kilter.onnx;

import ai.onnxruntime.OrtException;
import java.util.HashMap;
import java.util.Map;

/**
 * The ONNX Runtime sessions that are open in this JVM: one for each network and processor, shared
 * by all that run it there, and closed with the last of them.
 *
 * <p>Of this JVM means of the class loader that holds Kilter. Flink gives each job one of its own,
 * so all subtasks of a job in a task manager share a session, and two jobs do not, even where ONNX
 * Runtime itself lies in Flink's lib (decision 0003).
 */
public final class OpenSessions {
  private static final OpenSessions OF_THIS_JVM = new OpenSessions();

  private final Map<SharedSession.Key, SharedSession> byKey = new HashMap<>();

  private OpenSessions() {}

  static OpenSessions ofThisJvm() {
    return OF_THIS_JVM;
  }

  /** How many there are now. */
  public static int count() {
    return OF_THIS_JVM.size();
  }

  private synchronized int size() {
    return byKey.size();
  }

  /**
   * A part in the session of a network, which is opened if nobody runs it yet.
   *
   * @throws OrtException when ONNX Runtime does not take the network; nothing is left open then
   * @throws CudaError when there must be a GPU and there is none; nothing is left open then
   */
  SessionShare share(byte[] network, Processor processor) throws OrtException {
    SharedSession shared = join(new SharedSession.Key(Admission.sha256(network), processor));
    try {
      return new SessionShare(this, shared, shared.opened(network));
    } catch (OrtException | CudaError e) {
      leave(shared);
      throw e;
    }
  }

  private synchronized SharedSession join(SharedSession.Key key) {
    SharedSession shared = byKey.computeIfAbsent(key, SharedSession::new);
    shared.join();
    return shared;
  }

  /** Counted and closed in one go: nobody finds a session that is about to be closed. */
  synchronized void leave(SharedSession shared) throws OrtException {
    if (shared.leave() == 0) {
      byKey.remove(shared.key());
      shared.close();
    }
  }
}
