package dev.kilter.onnx;

/** On which thread a session is run. */
public enum RunThread {
  /** On the CPU on that of whoever asks, many at once; on a GPU on one of the session's own. */
  BY_PROCESSOR,
  /** On one of the session's own, wherever it runs. */
  OWN
}
