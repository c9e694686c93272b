package dev.kilter.onnx;

/** How exactly a GPU multiplies the float32 numbers of a network. */
public enum Precision {
  FLOAT32,
  /** With 10 bits behind the point in products: faster, and further from what was exported. */
  TF32
}
