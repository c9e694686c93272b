package dev.kilter.onnx;

import java.nio.FloatBuffer;

/** The memory of one of the tensors that a network carries its state in. */
final class StateBuffer {
  private final StateTensor tensor;
  private TensorBuffer buffer = new TensorBuffer();

  private StateBuffer(StateTensor tensor) {
    this.tensor = tensor;
  }

  /** One for each of the tensors, in their order. */
  static StateBuffer[] of(CarriedState carried) {
    return carried.tensors().stream().map(StateBuffer::new).toArray(StateBuffer[]::new);
  }

  StateTensor tensor() {
    return tensor;
  }

  /** A place for the states of so many sequences; what was there before is void. */
  FloatBuffer of(int batch) {
    return buffer.of(tensor.size() * batch);
  }

  /** Changes memory with another of the same tensor. */
  void swap(StateBuffer other) {
    TensorBuffer its = other.buffer;
    other.buffer = buffer;
    buffer = its;
  }

  /** The numbers that are there. */
  FloatBuffer floats() {
    return buffer.floats();
  }

  /** Whether the states of so many sequences are numbers. */
  boolean areFinite(int batch, int[] scratch) {
    return buffer.areFinite(tensor.size() * batch, scratch);
  }
}
