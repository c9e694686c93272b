package dev.kilter.rig.leak;

import java.util.List;
import java.util.Locale;

/**
 * How something went while the same was done again and again, once warm.
 *
 * @param bytes what was measured, oldest first
 */
record Course(List<Long> bytes) {
  /** So much more is flat, for all that moves by chance. */
  private static final double FLAT = 0.05;

  /** Of so many parts the first is to get warm. */
  private static final int PARTS = 4;

  private static final double PERCENT = 100;
  private static final double MEBIBYTE = 1 << 20;

  /** Makes sure that there is enough to tell, and that nobody changes it. */
  Course {
    bytes = List.copyOf(bytes);
    if (bytes.size() < PARTS) {
      throw new IllegalArgumentException(bytes.size() + " measurements say nothing");
    }
  }

  /** What its last quarter has more than its second, as a share of that. */
  double growth() {
    return (double) last() / warm() - 1;
  }

  /** Whether it did not grow to speak of. */
  boolean isFlat() {
    return growth() <= FLAT;
  }

  private long warm() {
    int part = bytes.size() / PARTS;
    return middle(bytes.subList(part, 2 * part));
  }

  private long last() {
    return middle(bytes.subList(bytes.size() - bytes.size() / PARTS, bytes.size()));
  }

  private static long middle(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f MiB, then %.1f: %+.1f %%",
        warm() / MEBIBYTE,
        last() / MEBIBYTE,
        growth() * PERCENT);
  }
}
