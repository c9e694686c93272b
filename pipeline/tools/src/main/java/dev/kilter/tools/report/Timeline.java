package dev.kilter.tools.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The moments of one entity in buckets of equally many, and its series in the same buckets. When
 * there are too many buckets each two become one, so memory is bounded and no peak is lost.
 */
final class Timeline {
  private static final int LINE_BYTES = 14;
  private static final int HEAT_BYTES = 4;

  private final Resolution resolution;
  private final List<Column> columns = new ArrayList<>();
  private long[] firstMillis = new long[64];
  private long[] lastMillis = new long[64];
  private int size;
  private long every = 1;
  private long inNewest;
  private long moments;

  /** A timeline without moments and series. */
  Timeline(Resolution resolution) {
    this.resolution = resolution;
    resolution.reserve(LINE_BYTES);
  }

  /** A new series of which both extremes are shown. */
  Column line() {
    return column(LINE_BYTES);
  }

  /** A new series of which the highest values are shown. */
  Column heat() {
    return column(HEAT_BYTES);
  }

  private Column column(int bytes) {
    resolution.reserve(bytes);
    Column column = new Column();
    columns.add(column);
    return column;
  }

  /**
   * Goes on to a moment, if it is not there already.
   *
   * @param timeMillis no earlier than the moment before
   * @return its bucket
   */
  int at(long timeMillis) {
    if (size > 0 && lastMillis[size - 1] == timeMillis) {
      return size - 1;
    }
    if (size == 0 || inNewest == every) {
      open(timeMillis);
    }
    lastMillis[size - 1] = timeMillis;
    inNewest++;
    moments++;
    return size - 1;
  }

  private void open(long timeMillis) {
    fit(resolution.mostBuckets() - 1);
    if (size > 0 && inNewest < every) {
      return;
    }
    if (size == firstMillis.length) {
      firstMillis = Arrays.copyOf(firstMillis, 2 * size);
      lastMillis = Arrays.copyOf(lastMillis, 2 * size);
    }
    firstMillis[size] = timeMillis;
    size++;
    inNewest = 0;
  }

  /** Merges buckets until there are no more than so many. */
  void fit(int buckets) {
    while (size > buckets) {
      halve();
    }
  }

  private void halve() {
    inNewest = size % 2 == 0 ? inNewest + every : inNewest;
    for (int bucket = 0; bucket < size; bucket += 2) {
      firstMillis[bucket / 2] = firstMillis[bucket];
      lastMillis[bucket / 2] = lastMillis[Math.min(bucket + 1, size - 1)];
    }
    columns.forEach(Column::halve);
    size = (size + 1) / 2;
    every *= 2;
  }

  /** How many buckets there are. */
  int size() {
    return size;
  }

  /** How many moments are in each bucket but the last. */
  long every() {
    return every;
  }

  /** Whether a bucket has more than one moment, and so two points. */
  boolean isMerged() {
    return every > 1;
  }

  /** How many points a line has. */
  int points() {
    return isMerged() ? 2 * size : size;
  }

  /** How many moments there were. */
  long moments() {
    return moments;
  }

  long firstMillis(int bucket) {
    return firstMillis[bucket];
  }

  long lastMillis(int bucket) {
    return lastMillis[bucket];
  }
}
