package dev.kilter.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** Runs a session on the thread of whoever asks: many may at once. */
record AskingThread(OrtSession session) implements SessionRunner {

  @Override
  public <T> T call(Work<T> work) throws OrtException {
    return work.on(session);
  }

  @Override
  public void close() {
    // The threads are others'.
  }
}
