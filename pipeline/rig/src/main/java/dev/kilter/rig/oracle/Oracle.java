package dev.kilter.rig.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows what an undisturbed pipeline tells, and says in what another differs. */
public final class Oracle {
  private final Map<Told.Key, Told> expected;

  /** One that knows what was told by an undisturbed pipeline, each alert once. */
  public Oracle(List<Told> undisturbed) {
    expected = undisturbed.stream().collect(Collectors.toMap(Told::key, told -> told));
  }

  /** How many alerts are to be told. */
  public int size() {
    return expected.size();
  }

  /** The incidents of which something is to be told, or the places of dead letters. */
  public Set<String> incidents() {
    return expected.keySet().stream().map(Told.Key::incident).collect(Collectors.toSet());
  }

  /** Whether all that is to be told was told, whatever else was. */
  public boolean isAllIn(List<Told> told) {
    return told.stream().map(Told::key).collect(Collectors.toSet()).containsAll(expected.keySet());
  }

  /** What differs in what was told, in the order in which it was read. */
  public Differences judge(List<Told> told) {
    Set<Told.Key> seen = new HashSet<>();
    Map<String, Integer> newest = new HashMap<>();
    List<String> doubled = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    List<String> outOfOrder = new ArrayList<>();
    for (Told each : told) {
      Told right = expected.get(each.key());
      if (right == null || !right.text().equals(each.text())) {
        changed.add(each.text() + "\n  in place of " + (right == null ? "nothing" : right.text()));
      }
      if (!seen.add(each.key())) {
        doubled.add(each.text());
      } else if (each.revision() != newest.merge(each.incident(), 1, Integer::sum)) {
        outOfOrder.add(each.text());
      }
    }
    List<String> lost =
        expected.values().stream()
            .filter(each -> !seen.contains(each.key()))
            .map(Told::text)
            .toList();
    return new Differences(lost, doubled, changed, outOfOrder);
  }
}
