package dev.kilter.tools.report;

import dev.kilter.tools.health.Reasons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** When one detector did not judge an entity, and why; of very many stretches the longest. */
final class NotJudged {
  /** How many stretches are kept. */
  static final int MOST = 200;

  /**
   * A stretch in which nothing was judged, for one reason.
   *
   * @param fromMillis the first moment that was not judged
   * @param toMillis the last one
   */
  record Stretch(String reason, long fromMillis, long toMillis) {
    long lengthMillis() {
      return toMillis - fromMillis;
    }
  }

  private final List<Stretch> stretches = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private Stretch underWay;
  private long judged;
  private long all;

  /** Goes on to a moment that was judged. */
  void judged() {
    judged++;
    underWay = null;
  }

  /** Goes on to a moment that was not. */
  void add(long timeMillis, String reason) {
    String kind = Reasons.kind(reason);
    counts.merge(kind, 1L, Long::sum);
    boolean goesOn = underWay != null && underWay.reason().equals(kind);
    if (goesOn) {
      stretches.remove(stretches.size() - 1);
    } else {
      keepTheLongest();
      all++;
    }
    underWay = new Stretch(kind, goesOn ? underWay.fromMillis() : timeMillis, timeMillis);
    stretches.add(underWay);
  }

  private void keepTheLongest() {
    if (stretches.size() >= 2 * MOST) {
      List<Stretch> longest = stretches();
      stretches.clear();
      stretches.addAll(longest);
    }
  }

  /** How many moments were judged. */
  long judgedMoments() {
    return judged;
  }

  /** How many moments were not judged, by reason. */
  Map<String, Long> counts() {
    return counts;
  }

  /** The longest stretches, in order of time. */
  List<Stretch> stretches() {
    return stretches.stream()
        .sorted(Comparator.comparingLong(Stretch::lengthMillis).reversed())
        .limit(MOST)
        .sorted(Comparator.comparingLong(Stretch::fromMillis))
        .toList();
  }

  /** How many shorter stretches there were. */
  long leftOut() {
    return Math.max(0, all - MOST);
  }
}
