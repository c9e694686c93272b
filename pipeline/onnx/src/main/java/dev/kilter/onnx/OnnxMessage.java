package dev.kilter.onnx;

/** The messages of an ONNX file in which tensors are stored, and where in each of them. */
enum OnnxMessage {
  MODEL,
  TRAINING,
  GRAPH,
  FUNCTION,
  NODE,
  ATTRIBUTE,
  SPARSE_TENSOR,
  TENSOR;

  /** The message that a field of this one holds; null where tensors are not stored. */
  OnnxMessage part(int field) {
    return switch (this) {
      case MODEL -> field == 7 ? GRAPH : field == 20 ? TRAINING : field == 25 ? FUNCTION : null;
      case TRAINING -> field == 1 || field == 2 ? GRAPH : null;
      case GRAPH -> field == 1 ? NODE : field == 5 ? TENSOR : field == 15 ? SPARSE_TENSOR : null;
      case FUNCTION -> field == 7 ? NODE : null;
      case NODE -> field == 5 ? ATTRIBUTE : null;
      case ATTRIBUTE -> attribute(field);
      case SPARSE_TENSOR -> field == 1 || field == 2 ? TENSOR : null;
      case TENSOR -> null;
    };
  }

  private static OnnxMessage attribute(int field) {
    return switch (field) {
      case 5, 10 -> TENSOR;
      case 6, 11 -> GRAPH;
      case 22, 23 -> SPARSE_TENSOR;
      default -> null;
    };
  }
}
