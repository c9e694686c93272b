package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each alert rule by itself: a score a second, threshold 10. */
class IncidentLifeTest {
  private static final OpeningRule AT_ONCE = new OpeningRule(1, 1, Duration.ZERO);

  @Test
  void nothingOpensBeforeTroubleHasLastedItsLeast() {
    OpeningRule patient = new OpeningRule(2, 3, Duration.ofSeconds(4));
    assertThat(pump(patient, ClosingRule.after(2)).sees(11, 11, 0, 11, 11).told())
        .containsExactly("5 opened 1");
  }

  @Test
  void troubleThatPausedForLongerThanIsRememberedBeginsAnew() {
    OpeningRule patient = new OpeningRule(2, 3, Duration.ofSeconds(4));
    Watchman pump = pump(patient, ClosingRule.after(2)).sees(11, 11, 0, 0, 0, 11, 11, 11, 11);
    assertThat(pump.alerts()).isEmpty();
    assertThat(pump.sees(11).last().incident().sinceMillis()).isEqualTo(6000);
  }

  @Test
  void aScoreBetweenTheTwoThresholdsKeepsAnIncidentOpen() {
    ClosingRule hysteresis = new ClosingRule(2, Duration.ZERO, 0.8, Duration.ZERO);
    Watchman pump = pump(AT_ONCE, hysteresis).sees(11, 8, 9, 8, 9, 8);
    assertThat(pump.told()).containsExactly("1 opened 1");
    assertThat(pump.sees(8).told()).containsExactly("1 opened 1", "7 closed 2");
  }

  @Test
  void aScoreBetweenTheTwoThresholdsOpensNothing() {
    ClosingRule hysteresis = new ClosingRule(2, Duration.ZERO, 0.8, Duration.ZERO);
    assertThat(pump(AT_ONCE, hysteresis).sees(9, 10, 9).alerts()).isEmpty();
  }

  @Test
  void anIncidentClosesAfterAClearTimeHoweverManyVerdictsThatAre() {
    ClosingRule byTime = new ClosingRule(1, Duration.ofSeconds(3), 1, Duration.ZERO);
    Watchman pump = pump(AT_ONCE, byTime).sees(11, 0, 0, 11, 0, 0, 0);
    assertThat(pump.told()).containsExactly("1 opened 1");
    assertThat(pump.sees(0).told()).containsExactly("1 opened 1", "8 closed 2");
  }

  @Test
  void incidentsWithAShorterPauseThanTheGapAreOne() {
    ClosingRule merging = new ClosingRule(1, Duration.ZERO, 1, Duration.ofSeconds(3));
    Watchman pump = pump(AT_ONCE, merging).sees(11, 0, 0, 11, 0, 0, 0);
    assertThat(pump.told()).containsExactly("1 opened 1", "7 closed 2");
  }

  @Test
  void whatComesBackWithinTheGraceIsTheSameIncident() {
    Watchman pump = reopening().sees(11, 0, 0, 0, 11);
    assertThat(pump.told()).containsExactly("1 opened 1", "2 closed 2", "5 reopened 3");
    assertThat(pump.alerts().stream().map(alert -> alert.incident().id()).distinct()).hasSize(1);
    assertThat(pump.last().status()).isEqualTo(AlertStatus.OPEN);
  }

  @Test
  void whatComesBackAfterTheGraceIsAnother() {
    Watchman pump = reopening().sees(11, 0, 0, 0, 0, 0, 11);
    assertThat(pump.told()).containsExactly("1 opened 1", "2 closed 2", "7 opened 1");
  }

  @Test
  void anIncidentThatCameBackKeepsItsWorst() {
    Watchman pump = reopening().sees(40, 0, 11);
    assertThat(pump.last().incident().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(pump.last().incident().peak()).isEqualTo(40);
    assertThat(pump.last().incident().openedMillis()).isEqualTo(1000);
  }

  @Test
  void theTimeInWhichAnIncidentWasOverIsNotTimeInAlarm() {
    UpdateRule updates = new UpdateRule(Duration.ZERO, Duration.ofSeconds(3));
    Duration grace = Duration.ofSeconds(9);
    Watchman pump = pump(AT_ONCE, ClosingRule.after(1), grace, FlapRule.NEVER, updates);
    pump.sees(11, 0, 0, 0, 0, 11, 11);
    assertThat(pump.told()).containsExactly("1 opened 1", "2 closed 2", "6 reopened 3");
    assertThat(pump.last().incident().longInAlarm()).isFalse();
    assertThat(pump.sees(11).told()).endsWith("6 reopened 3", "8 long 4");
  }

  @Test
  void comingAndGoingIsToldOnceWhenItHappensTooOften() {
    Watchman pump = flapping().sees(11, 0, 11, 0, 11, 0, 11, 0, 11);
    assertThat(pump.told())
        .containsExactly("1 opened 1", "2 closed 2", "3 opened 1", "4 closed 2", "5 flapping 1");
    assertThat(pump.last().status()).isEqualTo(AlertStatus.FLAPPING);
  }

  @Test
  void whatFlappedIsOverWhenItHasStayedAwayForTheSpan() {
    Watchman pump = flapping().sees(11, 0, 11, 0, 11, 0, 11);
    int before = pump.alerts().size();
    pump.sees(0, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(pump.alerts()).hasSize(before);
    assertThat(pump.sees(0).told()).endsWith("5 flapping 1", "17 closed 2");
  }

  @Test
  void whatFlappedIsAnOrdinaryIncidentWhenItHasStayedForTheSpan() {
    Watchman pump = flapping().sees(11, 0, 11, 0, 11, 0, 11);
    int before = pump.alerts().size();
    pump.sees(11, 11, 11, 11, 11, 11, 11, 11, 11);
    assertThat(pump.alerts()).hasSize(before);
    assertThat(pump.sees(11).told()).endsWith("17 settled 2");
    assertThat(pump.last().status()).isEqualTo(AlertStatus.OPEN);
    assertThat(pump.sees(0).told()).endsWith("18 closed 3");
  }

  @Test
  void openingsFarApartDoNotFlap() {
    Watchman pump = flapping();
    for (int times = 0; times < 9; times++) {
      pump.sees(11, 0).waits(5000);
    }
    assertThat(pump.alerts()).noneMatch(alert -> alert.status() == AlertStatus.FLAPPING);
  }

  @Test
  void whatGetsWorseWhileItFlapsIsTold() {
    assertThat(flapping().sees(11, 0, 11, 0, 11, 0, 25).told()).endsWith("7 worsened 2");
  }

  @Test
  void anIncidentThatGoesOnIsToldOfAgainAtTheInterval() {
    Watchman pump = updating(new UpdateRule(Duration.ofSeconds(3), Duration.ZERO));
    assertThat(pump.sees(11, 11, 11, 11, 25, 11, 11, 11).told())
        .containsExactly("1 opened 1", "4 reminder 2", "5 worsened 3", "8 reminder 4");
  }

  @Test
  void anIncidentThatIsLongInAlarmIsToldOnce() {
    Watchman pump = updating(new UpdateRule(Duration.ZERO, Duration.ofSeconds(3)));
    assertThat(pump.sees(11, 11, 11, 11, 11, 11, 11).told())
        .containsExactly("1 opened 1", "4 long 2");
    assertThat(pump.last().incident().longInAlarm()).isTrue();
  }

  @Test
  void anotherLeadingChannelIsToldOnceItHasLedAsLongAsItTakesToOpen() {
    Watchman pump = pump(new OpeningRule(2, 2, Duration.ZERO), ClosingRule.after(2));
    pump.seesParts(24, 0).seesParts(24, 0).seesParts(0, 24).seesParts(24, 0);
    assertThat(pump.told()).containsExactly("2 opened 1");
    pump.seesParts(0, 24).seesParts(0, 24).seesParts(0, 24);
    assertThat(pump.told()).containsExactly("2 opened 1", "6 channels 2");
    assertThat(pump.last().findings().channels().get(0).name()).isEqualTo("b");
  }

  @Test
  void whoLeadsWhereNothingIsOddAnyMoreIsNotTold() {
    Watchman pump = pump(AT_ONCE, ClosingRule.after(9)).seesParts(24, 0);
    pump.seesParts(0, 18).seesParts(0, 18);
    assertThat(pump.told()).containsExactly("1 opened 1");
    assertThat(pump.seesParts(0, 24).told()).containsExactly("1 opened 1", "4 channels 2");
  }

  @Test
  void twoChannelsThatLeadByTurnsByLittleAreNotTold() {
    Watchman pump = pump(AT_ONCE, ClosingRule.after(2)).seesParts(13, 12);
    pump.seesParts(12, 13).seesParts(13, 12).seesParts(10, 14);
    assertThat(pump.told()).containsExactly("1 opened 1");
    assertThat(pump.seesParts(8, 15).told()).containsExactly("1 opened 1", "5 channels 2");
  }

  @Test
  void whatOpensInAQuietTimeIsToldWhenThatIsOver() {
    Watchman pump = pump(AT_ONCE, ClosingRule.after(2)).keepsQuiet(1, 4);
    assertThat(pump.sees(11, 25, 11, 11, 11).told()).containsExactly("4 unsilenced 1");
    assertThat(pump.last().incident().openedMillis()).isEqualTo(1000);
    assertThat(pump.last().incident().severity()).isEqualTo(Severity.MAJOR);
  }

  @Test
  void whatOpensAndClosesInAQuietTimeIsNeverTold() {
    Watchman pump = pump(AT_ONCE, ClosingRule.after(2)).keepsQuiet(1, 9);
    assertThat(pump.sees(11, 11, 0, 0, 0, 0, 0, 0, 0, 0).alerts()).isEmpty();
  }

  @Test
  void theEndOfWhatWasToldBeforeIsToldInAQuietTimeToo() {
    Watchman pump = pump(AT_ONCE, ClosingRule.after(2)).keepsQuiet(2, 9);
    assertThat(pump.sees(11, 25, 0, 0).told()).containsExactly("1 opened 1", "4 closed 2");
  }

  @Test
  void whatGotWorseInAQuietTimeIsToldWhenThatIsOver() {
    Watchman pump = pump(AT_ONCE, ClosingRule.after(2)).keepsQuiet(2, 4);
    assertThat(pump.sees(11, 25, 11, 11, 11).told())
        .containsExactly("1 opened 1", "4 unsilenced 2");
  }

  @Test
  void aQuietTimeInWhichNothingHappensTellsNothing() {
    Watchman pump = pump(AT_ONCE, ClosingRule.after(2)).keepsQuiet(2, 4);
    assertThat(pump.sees(11, 11, 11, 11, 11).told()).containsExactly("1 opened 1");
  }

  @Test
  void whatIsForgottenInAQuietTimeAndWasNeverToldIsNotTold() {
    Watchman pump = pump(AT_ONCE, ClosingRule.after(2)).keepsQuiet(1, 9);
    assertThat(pump.sees(11, 11).isForgotten().alerts()).isEmpty();
  }

  @Test
  void whatComesBackAndGoesInAQuietTimeIsNotToldToBeOverAgain() {
    Watchman pump = reopening().keepsQuiet(3, 9);
    assertThat(pump.sees(11, 0, 11, 0).told()).containsExactly("1 opened 1", "2 closed 2");
  }

  @Test
  void afterAResetTheClearTimeBeginsAnew() {
    ClosingRule byTime = new ClosingRule(1, Duration.ofSeconds(3), 1, Duration.ZERO);
    Watchman pump = pump(AT_ONCE, byTime).sees(11, 0, 0).waits(60_000).isReset().sees(0, 0, 0);
    assertThat(pump.alerts()).hasSize(1);
    assertThat(pump.sees(0).last().status()).isEqualTo(AlertStatus.CLOSED);
  }

  private static Watchman pump(OpeningRule opening, ClosingRule closing) {
    return pump(opening, closing, Duration.ZERO, FlapRule.NEVER, UpdateRule.NEVER);
  }

  private static Watchman reopening() {
    Duration grace = Duration.ofSeconds(4);
    return pump(AT_ONCE, ClosingRule.after(1), grace, FlapRule.NEVER, UpdateRule.NEVER);
  }

  private static Watchman flapping() {
    FlapRule rule = new FlapRule(3, Duration.ofSeconds(10));
    return pump(AT_ONCE, ClosingRule.after(1), Duration.ZERO, rule, UpdateRule.NEVER);
  }

  private static Watchman updating(UpdateRule updates) {
    return pump(AT_ONCE, ClosingRule.after(2), Duration.ZERO, FlapRule.NEVER, updates);
  }

  private static Watchman pump(
      OpeningRule opening,
      ClosingRule closing,
      Duration reopen,
      FlapRule flapping,
      UpdateRule updates) {
    return new Watchman(
        "pump-1", 1, new AlertPolicy(opening, closing, Duration.ZERO, reopen, flapping, updates));
  }
}
