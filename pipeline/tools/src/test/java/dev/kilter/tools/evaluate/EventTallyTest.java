package dev.kilter.tools.evaluate;

import static dev.kilter.tools.evaluate.Watched.labels;
import static dev.kilter.tools.evaluate.Watched.minutes;
import static dev.kilter.tools.evaluate.Watched.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Entities of 1441 rows, a minute apart: a day from the first to the last. */
class EventTallyTest {
  private static final Span FAULT = minutes(100, 200);

  @Test
  void findsAFaultByAnIncidentThatOpensWithinIt() {
    EventTally tally = tally(minutes(130, 140), minutes(120, 125));

    assertThat(tally.events().get(0).foundAfterMillis()).isEqualTo(OptionalLong.of(20 * 60_000));
    assertThat(tally.recall()).isEqualTo(1);
    assertThat(tally.falseAlarms()).isZero();
  }

  @Test
  void findsAFaultAtOnceWhereAnIncidentWasOpenAlready() {
    assertThat(tally(minutes(90, 101)).delaySeconds(0.5)).isZero();
  }

  @Test
  void missesAFaultWhenTheIncidentClosesAsItBeginsOrOpensAsItEnds() {
    EventTally tally = tally(minutes(90, 100), minutes(200, 210));

    assertThat(tally.found()).isZero();
    assertThat(tally.falseAlarms()).isEqualTo(2);
    assertThat(tally.falseAlarmsPerEntityDay()).isEqualTo(2);
  }

  @Test
  void countsAMissedFaultWithItsWholeLength() {
    assertThat(tally().delaySeconds(0.5)).isEqualTo(100 * 60);
  }

  @Test
  void countsFaultsThatLieWhollyInTimeThatWasNotJudged() {
    EntityRows rows = rows("a", 1441, "gap", minutes(100, 199), minutes(290, 420));
    EventTally tally =
        EventTally.of(
            new WatchedEntity(rows, labels(FAULT, minutes(300, 400)), List.of(minutes(150, 160))));

    assertThat(tally.notJudged()).isEqualTo(1);
    assertThat(tally.events()).extracting(LabelOutcome::judgedRows).containsExactly(1L, 0L);
    assertThat(tally.found()).isEqualTo(1);
  }

  @Test
  void countsEachLabelThatOneIncidentOverlaps() {
    EventTally tally =
        EventTally.of(
            new WatchedEntity(
                rows("a", 1441),
                labels(minutes(100, 120), minutes(150, 170)),
                List.of(minutes(110, 160))));

    assertThat(tally.found()).isEqualTo(2);
    assertThat(tally.falseAlarms()).isZero();
  }

  @Test
  void takesDelaysAcrossAllEntitiesAndInterpolatesBetweenThem() {
    EventTally sum = tally(minutes(110, 111)).plus(tally(minutes(120, 121))).plus(tally());

    assertThat(sum.delaySeconds(0.5)).isEqualTo(20 * 60);
    assertThat(sum.delaySeconds(0.9)).isEqualTo((20 + 0.8 * 80) * 60);
    assertThat(sum.recall()).isEqualTo(2 / 3.0);
    assertThat(sum.entityDays()).isEqualTo(3);
  }

  @Test
  void knowsNoRecallAndNoDelayWithoutLabels() {
    EventTally tally =
        EventTally.of(new WatchedEntity(rows("a", 1), List.of(), List.of(minutes(0, 1))));

    assertThat(tally.recall()).isNaN();
    assertThat(tally.delaySeconds(0.5)).isNaN();
    assertThat(tally.falseAlarmsPerEntityDay()).isNaN();
  }

  private static EventTally tally(Span... incidents) {
    return EventTally.of(new WatchedEntity(rows("a", 1441), labels(FAULT), List.of(incidents)));
  }
}
