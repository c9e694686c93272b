package dev.kilter.onnx.graph;

import java.util.List;

/** The kinds of recurrent cells that are understood. */
public enum Cell {
  /** Long short-term memory: a cell state and a hidden one. */
  LSTM,
  /** Gated recurrent unit: a hidden state alone. */
  GRU;

  /** Its gates, in the order in which ONNX stores their weights. */
  public List<Gate> gates() {
    return switch (this) {
      case LSTM -> List.of(Gate.INPUT, Gate.OUTPUT, Gate.FORGET, Gate.CELL);
      case GRU -> List.of(Gate.UPDATE, Gate.RESET, Gate.CANDIDATE);
    };
  }

  /** Its gates in the order in which one tells them: what is let in, kept, could be, is shown. */
  public List<Gate> gatesAsTold() {
    return switch (this) {
      case LSTM -> List.of(Gate.INPUT, Gate.FORGET, Gate.CELL, Gate.OUTPUT);
      case GRU -> gates();
    };
  }

  /** The activations of one direction, as ONNX names them, if nothing else is said. */
  List<String> activations() {
    return switch (this) {
      case LSTM -> List.of("Sigmoid", "Tanh", "Tanh");
      case GRU -> List.of("Sigmoid", "Tanh");
    };
  }
}
