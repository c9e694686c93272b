package dev.kilter.onnx.graph;

/** What decides, unit by unit, what becomes of a cell: a row block of a layer's weights. */
public enum Gate {
  /** How much of the candidate is let in. */
  INPUT("input", "i"),
  /** How much of the cell is shown. */
  OUTPUT("output", "o"),
  /** How much of the cell is kept. */
  FORGET("forget", "f"),
  /** What could be let in. */
  CELL("cell", "c"),
  /** How much of the state before is kept. */
  UPDATE("update", "z"),
  /** How much of the state before the candidate sees. */
  RESET("reset", "r"),
  /** What the state could become. */
  CANDIDATE("candidate", "h");

  private final String label;
  private final String symbol;

  Gate(String label, String symbol) {
    this.label = label;
    this.symbol = symbol;
  }

  /** Its name, such as {@code forget}. */
  public String label() {
    return label;
  }

  /** Its letter in ONNX's equations. */
  public String symbol() {
    return symbol;
  }

  /** Whether it lies between 0 and 1, rather than between -1 and 1. */
  public boolean isShare() {
    return this != CELL && this != CANDIDATE;
  }
}
