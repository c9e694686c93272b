package dev.kilter.tools.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * An incident of the first run and the one it is in the second; either may be null, not both.
 *
 * @param before as the first run tells it
 * @param after as the second run tells it
 */
record IncidentPair(RunIncident before, RunIncident after) {

  /**
   * Pairs the incidents of one entity: first those that opened at the same instant, then those that
   * were open at one time; what is left stands alone.
   */
  static List<IncidentPair> of(List<RunIncident> before, List<RunIncident> after) {
    List<RunIncident> left = new ArrayList<>(before);
    List<RunIncident> right = new ArrayList<>(after);
    List<IncidentPair> pairs = new ArrayList<>();
    pair(left, right, pairs, (one, other) -> one.opened().equals(other.opened()));
    pair(left, right, pairs, RunIncident::overlaps);
    left.forEach(gone -> pairs.add(new IncidentPair(gone, null)));
    right.forEach(added -> pairs.add(new IncidentPair(null, added)));
    return pairs;
  }

  private static void pair(
      List<RunIncident> left,
      List<RunIncident> right,
      List<IncidentPair> pairs,
      BiPredicate<RunIncident, RunIncident> alike) {
    for (RunIncident one : List.copyOf(left)) {
      right.stream()
          .filter(other -> alike.test(one, other))
          .findFirst()
          .ifPresent(
              other -> {
                left.remove(one);
                right.remove(other);
                pairs.add(new IncidentPair(one, other));
              });
    }
  }

  /** The incident, as the first run that has it tells it. */
  RunIncident incident() {
    return before == null ? after : before;
  }
}
