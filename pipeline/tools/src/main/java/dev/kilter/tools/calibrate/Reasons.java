package dev.kilter.tools.calibrate;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How often something could not be used, and why; one case of each kind stands for the others. */
final class Reasons implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, Long> counts = new TreeMap<>();
  private final TreeMap<String, String> cases = new TreeMap<>();

  /**
   * Counts one more.
   *
   * @param kind few of these
   * @param said the case in words
   */
  void add(String kind, String said) {
    add(kind, 1L, said);
  }

  void merge(Reasons other) {
    other.counts.forEach((kind, count) -> add(kind, count, other.cases.get(kind)));
  }

  private void add(String kind, long count, String said) {
    counts.merge(kind, count, Long::sum);
    cases.merge(kind, said, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** A case of the kind there is most of. */
  Optional<String> mostly() {
    return counts.entrySet().stream()
        .max(Comparator.comparingLong(Map.Entry::getValue))
        .map(most -> cases.get(most.getKey()));
  }
}
