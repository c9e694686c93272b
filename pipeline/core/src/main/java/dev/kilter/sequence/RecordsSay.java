package dev.kilter.sequence;

import dev.kilter.health.ChannelRules;

/**
 * How far the records that a sequence was made of say the measured values of a channel by
 * themselves: what is trusted, and what a counter's rate is, depends on what came before them.
 */
enum RecordsSay {
  /** Every value. */
  ALL {
    @Override
    int untold(Sequence rows, int channel) {
      return 0;
    }
  },
  /** Not the first: it is the rate since a reading that came before. */
  ALL_BUT_THE_FIRST {
    @Override
    int untold(Sequence rows, int channel) {
      return firstMeasured(rows, channel) + 1;
    }
  },
  /**
   * From where the value changes for the first time: up to there nobody knows for how long it has
   * been the same, and so which of the values in a cell of the grid were trusted.
   */
  ALL_FROM_A_CHANGE {
    @Override
    int untold(Sequence rows, int channel) {
      int first = firstMeasured(rows, channel);
      int row = first;
      while (row < rows.length()
          && (!rows.isMeasured(row, channel)
              || rows.value(row, channel) == rows.value(first, channel))) {
        row++;
      }
      return row + 1;
    }
  },
  /** None. */
  NOTHING {
    @Override
    int untold(Sequence rows, int channel) {
      return rows.length();
    }
  };

  /** How many of the oldest rows have values that the records do not say; may be one too many. */
  abstract int untold(Sequence rows, int channel);

  /**
   * How it is with a channel.
   *
   * @param aggregate what becomes of several values in one cell of the grid
   * @param onGrid whether there is one: without, the mask tells of each value if it was trusted
   */
  static RecordsSay of(ChannelRules rules, Aggregate aggregate, boolean onGrid) {
    boolean flat = rules.flatAfterMillis() > 0 && aggregate != Aggregate.LAST;
    if (onGrid && (Double.isFinite(rules.maxRate()) || (flat && aggregate == Aggregate.SUM))) {
      return NOTHING;
    }
    if (onGrid && flat) {
      return ALL_FROM_A_CHANGE;
    }
    return rules.counter() ? ALL_BUT_THE_FIRST : ALL;
  }

  /**
   * How it is with a channel of rows between which there may be others, whose records may be
   * missing: there what depends on the past depends on what nobody knows.
   */
  static RecordsSay ofRowsApart(ChannelRules rules, boolean onGrid) {
    boolean doubted = Double.isFinite(rules.maxRate()) || rules.flatAfterMillis() > 0;
    return rules.counter() || (onGrid && doubted) ? NOTHING : ALL;
  }

  private static int firstMeasured(Sequence rows, int channel) {
    int row = 0;
    while (row < rows.length() && !rows.isMeasured(row, channel)) {
      row++;
    }
    return row;
  }
}
