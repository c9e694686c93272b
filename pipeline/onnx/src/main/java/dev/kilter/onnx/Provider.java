package dev.kilter.onnx;

/** What computes a network: the execution providers of ONNX Runtime that Kilter knows. */
public enum Provider {
  CPU,
  /** A GPU; where there is none it is an error. */
  CUDA,
  /** A GPU where it can be had, and else the CPU. */
  AUTO
}
