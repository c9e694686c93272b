package dev.kilter.alert.group;

import dev.kilter.alert.Severity;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Incidents that opened together, as far as they have come. Plain data, so Flink can keep it as
 * state.
 *
 * @param id a digest of pipeline, what the members share and the first one's opening: the same in
 *     every replay
 * @param revision how many messages there were about it
 * @param open whether one of its members is open
 * @param untold whether members have joined since it was last told
 * @param severity the worst that one of its members has been
 * @param times when it opened and was told
 * @param others how many incidents more there are than members
 * @param members those that are listed and followed, in the order in which they came in
 */
public record Group(
    String id,
    int revision,
    boolean open,
    boolean untold,
    Severity severity,
    GroupTimes times,
    int others,
    List<Member> members) {

  /** The channels that lead its members, the one that leads most of them first. */
  public List<String> channels() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    members.forEach(member -> counts.merge(member.channel(), 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Collections.reverseOrder())
                .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The different entities among its members, in the order in which they came in. */
  public List<String> entities() {
    return members.stream().map(Member::entity).distinct().toList();
  }
}
