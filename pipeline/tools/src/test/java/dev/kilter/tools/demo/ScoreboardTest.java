package dev.kilter.tools.demo;

import static dev.kilter.tools.demo.Examples.MINUTE_MILLIS;
import static dev.kilter.tools.demo.Examples.fault;
import static dev.kilter.tools.demo.Examples.opening;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.simulate.Fault;
import dev.kilter.tools.simulate.FaultCatalogue;
import dev.kilter.tools.simulate.FaultKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreboardTest {
  private static final int DAY_MINUTES = 1440;
  private static final Fault FAULT = fault("pump-01", 100, 200, "flow", "pressure");

  @Test
  void findsAFaultWhoseIncidentOpensWithinItAndNamesAChannelOfIts() {
    Tally tally = tally(opening("pump-01", 130, 150, "speed", "pressure"));

    assertThat(tally.found()).isEqualTo(1);
    assertThat(tally.outcomes().get(0).delayMillis()).hasValue(30 * MINUTE_MILLIS);
    assertThat(tally.falseAlarms()).isZero();
  }

  @Test
  void countsTheDelayToTheFirstIncidentThatFindsIt() {
    Tally tally =
        tally(
            opening("pump-01", 180, 190, "flow"),
            opening("pump-01", 120, 140, "flow"),
            opening("pump-01", 110, 115, "voltage"));

    assertThat(tally.outcomes().get(0).delayMillis()).hasValue(20 * MINUTE_MILLIS);
  }

  @Test
  void findsAtTheOnsetButNoLongerAtTheEnd() {
    assertThat(tally(opening("pump-01", 100, 110, "flow")).found()).isEqualTo(1);
    assertThat(tally(opening("pump-01", 200, 210, "flow")).found()).isZero();
  }

  @Test
  void missesAFaultWhoseIncidentNamesOnlyOtherChannelsYetCallsThatNoFalseAlarm() {
    Tally tally = tally(opening("pump-01", 130, 150, "voltage"));

    assertThat(tally.missed()).isEqualTo(1);
    assertThat(tally.falseAlarms()).isZero();
  }

  @Test
  void doesNotFindAFaultOfAnotherEntity() {
    Tally tally = tally(opening("pump-02", 130, 150, "flow"));

    assertThat(tally.missed()).isEqualTo(1);
    assertThat(tally.falseAlarms()).isEqualTo(1);
  }

  @Test
  void neitherPraisesNorBlamesAnIncidentThatWasOpenBeforeTheOnset() {
    Tally tally = tally(opening("pump-01", 90, 150, "flow"));

    assertThat(tally.missed()).isEqualTo(1);
    assertThat(tally.falseAlarms()).isZero();
  }

  @Test
  void callsAnIncidentBeforeOrAfterAllFaultsAFalseAlarm() {
    Tally tally = tally(opening("pump-01", 10, 99, "flow"), opening("pump-01", 200, 210, "flow"));

    assertThat(tally.falseAlarms()).isEqualTo(2);
  }

  @Test
  void takesAnIncidentThatNeverClosedToOverlapEveryLaterFault() {
    Opening open = new Opening("pump-01", 0, Opening.STILL_OPEN, List.of("flow"));

    assertThat(tally(open).falseAlarms()).isZero();
  }

  @Test
  void leavesOutWhatOpensOnceTheSimulatedTimeIsOver() {
    Tally tally = tally(opening("pump-01", DAY_MINUTES, DAY_MINUTES + 5, "flow"));

    assertThat(tally.falseAlarms()).isZero();
  }

  @Test
  void leavesOutAFaultThatWasNotSimulatedToItsEnd() {
    Fault unfinished = fault("pump-02", DAY_MINUTES - 10, DAY_MINUTES + 1, "flow");

    Tally tally = board(List.of(FAULT, unfinished)).tally(List.of());

    assertThat(tally.injected()).isEqualTo(1);
  }

  @Test
  void countsFalseAlarmsPerDayOfEachEntity() {
    Tally tally = tally(opening("pump-01", 300, 310, "flow"), opening("pump-02", 300, 310, "flow"));

    assertThat(tally.entityDays()).isEqualTo(4);
    assertThat(tally.falseAlarmsPerEntityDay()).isEqualTo(0.5);
  }

  @Test
  void findsAStuckSensorByWhatIsSaidOfIt() {
    Opening flow = opening("pump-01", 130, 150, "flow");
    assertThat(board(List.of(stuck("flow"))).tally(List.of(), List.of(flow)).found()).isEqualTo(1);
    assertThat(board(List.of(stuck("speed"))).tally(List.of(), List.of(flow)).found()).isZero();
  }

  @Test
  void findsNoFaultOfTheMachineByWhatIsSaidOfASensor() {
    Opening flow = opening("pump-01", 130, 150, "flow");
    Tally tally = board(List.of(FAULT)).tally(List.of(), List.of(flow));
    assertThat(tally.found()).isZero();
    assertThat(tally.falseAlarms()).isZero();
  }

  @Test
  void takesWhatIsSaidOfASensorOutsideOfAllFaultsForAFalseAlarm() {
    Opening flow = opening("pump-02", 130, 150, "flow");
    assertThat(board(List.of(FAULT)).tally(List.of(), List.of(flow)).falseAlarms()).isEqualTo(1);
  }

  private static Fault stuck(String channel) {
    FaultKind kind =
        FaultCatalogue.KINDS.stream().filter(FaultKind::holds).findFirst().orElseThrow();
    return new Fault(
        "pump-01", kind, 100 * MINUTE_MILLIS, 200 * MINUTE_MILLIS, Double.NaN, List.of(channel));
  }

  private static Tally tally(Opening... openings) {
    return board(List.of(FAULT)).tally(List.of(openings));
  }

  private static Scoreboard board(List<Fault> faults) {
    return new Scoreboard(faults, 4, 0, DAY_MINUTES * MINUTE_MILLIS);
  }
}
