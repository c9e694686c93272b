package dev.kilter.tools.tail;

/** A column as wide as the widest cell so far, since nobody knows what is still to come. */
final class GrowingColumn {
  private static final int WIDEST = 32;

  private int width;

  GrowingColumn(int width) {
    this.width = Math.min(width, WIDEST);
  }

  /** The cell, filled up with blanks to the width of the column; a very wide one widens nothing. */
  String cell(String text) {
    if (text.length() <= WIDEST) {
      width = Math.max(width, text.length());
    }
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
