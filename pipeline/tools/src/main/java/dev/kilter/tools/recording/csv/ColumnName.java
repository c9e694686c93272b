package dev.kilter.tools.recording.csv;

/** A column as a mapping names it: by the header's name, or by its number from 1. */
record ColumnName(String text) {

  static ColumnName parse(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the name of a column, or its number from 1");
    }
    return new ColumnName(text.strip());
  }
}
