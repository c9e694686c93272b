package dev.kilter.tools.recording.csv;

import dev.kilter.job.config.YamlSection;

/**
 * How many of a file's first rows are for training.
 *
 * @param share of all rows
 * @param most at most so many
 */
record TrainingRows(double share, long most) {
  private static final int ANY = 999_999_999;

  static TrainingRows read(YamlSection training) {
    boolean any = !training.keys().isEmpty();
    double share = training.parsed("share", 1.0, TrainingRows::share);
    int most = training.integer("most", ANY, 1, ANY);
    training.finish();
    return any ? new TrainingRows(share, most) : new TrainingRows(0, 0);
  }

  /** Whether it takes the number of rows to tell. */
  boolean dependsOnRows() {
    return share > 0 && share < 1;
  }

  /** The part of a range of rows that ends at a known row at the latest. */
  RowRange part(Part part, RowRange rows, long rowsInFile) {
    long end = Math.min(rows.to(), rowsInFile);
    long training = Math.min(most, (long) Math.floor(share * Math.max(0, end - rows.from())));
    long border = rows.from() + training;
    return switch (part) {
      case ALL -> rows;
      case TRAINING -> new RowRange(rows.from(), border);
      case REST -> new RowRange(border, rows.to());
    };
  }

  private static double share(String text) {
    double share = text.matches("0?\\.\\d{1,9}|1(\\.0)?") ? Double.parseDouble(text) : 0;
    if (share <= 0) {
      throw new IllegalArgumentException("a share of the rows such as 0.15");
    }
    return share;
  }
}
