package dev.kilter.onnx.graph;

/** A value at the edge of a recurrent layer; those that come out in the order of the operator. */
public enum Tap {
  /** The rows, [row, sequence, input]. */
  ROWS(true, RecurrentLayer.SOURCE),
  /** The hidden state before, [direction, sequence, unit]. */
  HIDDEN_BEFORE(true, RecurrentLayer.HIDDEN_STATE),
  /** The cell state before, [direction, sequence, unit]. */
  CELL_BEFORE(true, RecurrentLayer.CELL_STATE),
  /** The hidden states, [row, direction, sequence, unit]. */
  HIDDEN(false, 0),
  /** The hidden state after the row that is read last, [direction, sequence, unit]. */
  HIDDEN_AFTER(false, 1),
  /** The cell state then, [direction, sequence, unit]. */
  CELL_AFTER(false, 2);

  private final boolean input;
  private final int place;

  Tap(boolean input, int place) {
    this.input = input;
    this.place = place;
  }

  boolean isInput() {
    return input;
  }

  int place() {
    return place;
  }

  /** Whether a layer has it. */
  boolean isOf(RecurrentLayer layer) {
    return switch (this) {
      case HIDDEN_BEFORE, CELL_BEFORE -> !layer.node().input(place).isEmpty();
      case CELL_AFTER -> layer.cell() == Cell.LSTM;
      case ROWS, HIDDEN, HIDDEN_AFTER -> true;
    };
  }
}
