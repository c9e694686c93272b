package dev.kilter.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** Runs a session, on the thread that is right for it. */
interface SessionRunner extends AutoCloseable {

  /** A run of a session. */
  @FunctionalInterface
  interface Work<T> {
    /** Runs it. */
    T on(OrtSession session) throws OrtException;
  }

  /**
   * Does the work, and comes back when it is done, interrupted or not: what a run reads and writes
   * stays the caller's memory.
   *
   * @throws OrtException what the work throws
   */
  <T> T call(Work<T> work) throws OrtException;

  /** Nothing is run from now on. */
  @Override
  void close();
}
