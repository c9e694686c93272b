package dev.kilter.tools.recording.csv;

import dev.kilter.job.config.YamlSection;

/** Rows from one, included, to another, not included; counted from 0 without the header. */
record RowRange(long from, long to) {
  private static final int MOST = 999_999_999;

  static RowRange read(YamlSection rows) {
    long skip = rows.integer("skip", 0, 0, MOST);
    long take = rows.integer("take", MOST, 1, MOST);
    rows.finish();
    return new RowRange(skip, take == MOST ? Long.MAX_VALUE : skip + take);
  }

  boolean contains(long row) {
    return row >= from && row < to;
  }
}
