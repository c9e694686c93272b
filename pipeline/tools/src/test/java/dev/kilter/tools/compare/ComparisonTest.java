package dev.kilter.tools.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.messages.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final RunIncident ONE = incident("pump-1", 10, 20, "major", "vibration");
  private static final RunIncident TWO = incident("pump-2", 10, 20, "minor", "pressure", "flow");

  @Test
  void aRunIsTheSameAsItself() {
    Comparison comparison = compare(List.of(ONE, TWO), List.of(ONE, TWO));
    assertThat(comparison.same()).isEqualTo(2);
    assertThat(comparison.differences()).isEmpty();
  }

  @Test
  void whatOnlyOneRunHasIsGoneOrAdded() {
    assertThat(described(compare(List.of(ONE), List.of(TWO))))
        .containsExactly(
            "GONE pump-1 1970-01-01T00:00:10Z to 1970-01-01T00:00:20Z; major; vibration",
            "ADDED pump-2 1970-01-01T00:00:10Z to 1970-01-01T00:00:20Z; minor; pressure, flow");
  }

  @Test
  void whatOverlapsIsTheSameIncidentMoved() {
    assertThat(
            described(
                compare(List.of(ONE), List.of(incident("pump-1", 12, 19, "major", "vibration")))))
        .containsExactly(
            "CHANGED pump-1 opened 1970-01-01T00:00:10Z → 1970-01-01T00:00:12Z (2s later);"
                + " closed 1970-01-01T00:00:20Z → 1970-01-01T00:00:19Z (1s earlier)");
  }

  @Test
  void aMoveWithinTheShiftIsNone() {
    RunIncident moved = incident("pump-1", 12, 18, "major", "vibration");
    assertThat(Comparison.of(List.of(ONE), List.of(moved), Duration.ofSeconds(2)).differences())
        .isEmpty();
    assertThat(Comparison.of(List.of(ONE), List.of(moved), Duration.ofSeconds(1)).differences())
        .hasSize(1);
  }

  @Test
  void severityAndChannelsAreCompared() {
    RunIncident other = incident("pump-1", 10, 20, "critical", "pressure", "vibration");
    assertThat(described(compare(List.of(ONE), List.of(other))))
        .containsExactly(
            "CHANGED pump-1 severity major → critical; channels vibration → pressure, vibration");
  }

  @Test
  void anIncidentThatNoLongerClosesHasChanged() {
    RunIncident open =
        new RunIncident(
            "pumps", "pump-1", ONE.opened(), new Told(1, null), "major", List.of("vibration"));
    assertThat(described(compare(List.of(ONE), List.of(open))))
        .containsExactly("CHANGED pump-1 closed 1970-01-01T00:00:20Z → still open at the end");
    assertThat(compare(List.of(open), List.of(open)).differences()).isEmpty();
  }

  @Test
  void theOneThatOpenedAtTheSameInstantIsPreferredToOneThatOverlaps() {
    RunIncident long1 = incident("pump-1", 5, 40, "major", "vibration");
    RunIncident same = incident("pump-1", 30, 40, "major", "vibration");
    Comparison comparison = compare(List.of(long1, same), List.of(same));
    assertThat(comparison.same()).isEqualTo(1);
    assertThat(comparison.differences())
        .extracting(Difference::kind)
        .containsExactly(Difference.Kind.GONE);
  }

  @Test
  void anotherEntityOrDetectorIsAnotherIncident() {
    RunIncident other =
        new RunIncident("others", "pump-1", ONE.opened(), ONE.told(), "major", ONE.channels());
    assertThat(compare(List.of(ONE), List.of(other)).differences())
        .extracting(Difference::kind)
        .containsExactlyInAnyOrder(Difference.Kind.ADDED, Difference.Kind.GONE);
  }

  private static Comparison compare(List<RunIncident> before, List<RunIncident> after) {
    return Comparison.of(before, after, Duration.ZERO);
  }

  private static List<String> described(Comparison comparison) {
    return comparison.differences().stream()
        .map(each -> each.kind() + " " + each.incident().entity() + " " + each.detail())
        .toList();
  }

  private static RunIncident incident(
      String entity, long from, long to, String severity, String... channels) {
    return new RunIncident(
        "pumps",
        entity,
        Instant.ofEpochSecond(from),
        new Told(2, Instant.ofEpochSecond(to).toEpochMilli()),
        severity,
        List.of(channels));
  }
}
