package dev.kilter.tools.compare;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two runs over one recording, incident by incident.
 *
 * @param same how many incidents are the same in both
 * @param differences the others, by detector, entity and time
 */
record Comparison(int same, List<Difference> differences) {

  /**
   * Compares two runs.
   *
   * @param shift how far an incident may be moved in time and still be the same
   */
  static Comparison of(List<RunIncident> before, List<RunIncident> after, Duration shift) {
    List<IncidentPair> pairs =
        keys(before, after)
            .flatMap(key -> IncidentPair.of(having(key, before), having(key, after)).stream())
            .toList();
    List<Difference> differences =
        pairs.stream().flatMap(pair -> Difference.of(pair, shift).stream()).toList();
    return new Comparison(pairs.size() - differences.size(), differences);
  }

  private static Stream<Key> keys(List<RunIncident> before, List<RunIncident> after) {
    return Stream.concat(before.stream(), after.stream())
        .map(Key::of)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream();
  }

  private static List<RunIncident> having(Key key, List<RunIncident> incidents) {
    return incidents.stream().filter(incident -> Key.of(incident).equals(key)).toList();
  }

  /** Whose incidents are held against each other. */
  private record Key(String detector, String entity) implements Comparable<Key> {
    static Key of(RunIncident incident) {
      return new Key(incident.detector(), incident.entity());
    }

    @Override
    public int compareTo(Key other) {
      int byDetector = detector.compareTo(other.detector);
      return byDetector == 0 ? entity.compareTo(other.entity) : byDetector;
    }
  }
}
