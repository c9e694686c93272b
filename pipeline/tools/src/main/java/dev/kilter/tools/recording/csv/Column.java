package dev.kilter.tools.recording.csv;

/** One column of one file, at an index from 0. */
record Column(int index, String name) {

  /** As a person would count and call it. */
  @Override
  public String toString() {
    return name.isEmpty() ? "column " + (index + 1) : "column %d (%s)".formatted(index + 1, name);
  }
}
