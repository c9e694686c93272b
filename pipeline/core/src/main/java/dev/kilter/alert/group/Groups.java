package dev.kilter.alert.group;

import java.util.List;

/**
 * All that is kept of the incidents of one key. Plain data, so Flink can keep it as state.
 *
 * @param passedMillis up to when alerts were taken in
 * @param alone incidents that opened lately and are in no group
 * @param groups the groups, those that are over and may open again included
 */
public record Groups(long passedMillis, List<Member> alone, List<Group> groups) {

  /** What is kept where nothing happened yet. */
  public static Groups none() {
    return new Groups(Long.MIN_VALUE, List.of(), List.of());
  }

  /** Whether there is nothing to keep. */
  public boolean isEmpty() {
    return alone.isEmpty() && groups.isEmpty();
  }
}
