package dev.kilter.tools.evaluate;

import static dev.kilter.tools.evaluate.Watched.MINUTE;
import static dev.kilter.tools.evaluate.Watched.labels;
import static dev.kilter.tools.evaluate.Watched.minutes;
import static dev.kilter.tools.evaluate.Watched.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.health.HealthKind;
import dev.kilter.health.HealthScope;
import dev.kilter.tools.health.HealthSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One entity, a, of 1000 rows, with three faults, of which an alert found the first. */
class HealthFindingsTest {
  private static final WatchedEntity ENTITY =
      new WatchedEntity(
          rows("a", 1000),
          labels(minutes(100, 200), minutes(700, 800), minutes(900, 910)),
          List.of(minutes(110, 120)));

  @Test
  void findsWhatAMessageOfTheEntityOverlaps() {
    HealthFindings.Tally health = findings(flat("a", 150, 160L), flat("a", 790, 901L)).health();

    assertThat(health.events().found()).isEqualTo(3);
    assertThat(health.byNoAlert()).isEqualTo(2);
    assertThat(health.events().falseAlarms()).isZero();
  }

  @Test
  void findsNothingByAMessageOfAnotherEntityOrAnotherTime() {
    HealthFindings.Tally health = findings(flat("b", 150, 160L), flat("a", 200, 700L)).health();

    assertThat(health.events().found()).isZero();
    assertThat(health.events().falseAlarms()).isEqualTo(1);
  }

  @Test
  void goesOnWhereItHasNotEnded() {
    assertThat(findings(flat("a", 300, null)).health().byNoAlert()).isEqualTo(2);
  }

  @Test
  void findsNothingByAMessageThatSaysOnlyThatKilterWasNotReady() {
    HealthSpan waiting = span("a", HealthKind.NOT_ENOUGH_HISTORY, 0, 1000L);
    HealthSpan unwatched = span("a", HealthKind.NO_DETECTOR, 0, 1000L);

    assertThat(findings(waiting, unwatched).health().events().found()).isZero();
    assertThat(findings(waiting, unwatched).health().events().incidents()).isZero();
  }

  @Test
  void movesTheSameMessagesByARandomTime() {
    HealthFindings.Tally random = findings(flat("a", 100, 200L), flat("a", 2000, null)).random();

    assertThat(random.events().incidents()).isBetween(1, 2);
    assertThat(random).isEqualTo(findings(flat("a", 100, 200L), flat("a", 2000, null)).random());
  }

  private static HealthFindings findings(HealthSpan... health) {
    return HealthFindings.of(List.of(ENTITY), List.of(health), EventTally.of(ENTITY), 1);
  }

  private static HealthSpan flat(String entity, long from, Long to) {
    return span(entity, HealthKind.FLAT, from, to);
  }

  private static HealthSpan span(String entity, HealthKind kind, long from, Long to) {
    return new HealthSpan(
        new HealthScope(entity, null, "x"),
        kind,
        from * MINUTE,
        to == null ? null : to * MINUTE,
        "",
        "");
  }
}
