package dev.kilter.alert.group;

import java.util.List;

/** Finds those that opened together among incidents that are in no group. */
final class Crowd {
  private Crowd() {}

  /**
   * The first that are enough for a group, and those that opened near to them.
   *
   * @param incidents in the order of their opening
   * @return in the same order; empty where there are not enough
   */
  static List<Member> of(List<Member> incidents, GroupRule rule) {
    long within = rule.within().toMillis();
    int to = 0;
    for (int from = 0; from < incidents.size(); from++) {
      while (to < incidents.size() && pause(incidents, from, to) <= within) {
        to++;
      }
      if (entities(incidents.subList(from, to)) >= rule.least()) {
        return widened(incidents, from, to, within);
      }
    }
    return List.of();
  }

  private static List<Member> widened(List<Member> incidents, int from, int to, long within) {
    int first = from;
    while (first > 0 && pause(incidents, first - 1, first) <= within) {
      first--;
    }
    int end = to;
    while (end < incidents.size() && pause(incidents, end - 1, end) <= within) {
      end++;
    }
    return incidents.subList(first, end);
  }

  private static long pause(List<Member> incidents, int earlier, int later) {
    return incidents.get(later).openedMillis() - incidents.get(earlier).openedMillis();
  }

  private static long entities(List<Member> incidents) {
    return incidents.stream().map(Member::entity).distinct().count();
  }
}
