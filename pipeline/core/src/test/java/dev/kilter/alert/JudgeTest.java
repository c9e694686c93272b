package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.sequence.Subject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private final Watchman watchman = Watchman.standard();

  @Test
  void fewerOddVerdictsThanItTakesOpenNothing() {
    assertThat(watchman.sees(11, 0, 0, 11, 0, 0, 11).alerts()).isEmpty();
  }

  @Test
  void mOfNOddVerdictsOpenAnIncident() {
    assertThat(watchman.sees(11, 0, 12).alerts()).hasSize(1);
    assertThat(watchman.last().status()).isEqualTo(AlertStatus.OPEN);
    Incident incident = watchman.last().incident();
    assertThat(incident.id())
        .isEqualTo(IncidentId.of("plant", "pumps", Subject.of("pumps", "pump-1"), 3000));
    assertThat(incident.revision()).isEqualTo(1);
    assertThat(incident.openedMillis()).isEqualTo(3000);
    assertThat(incident.sinceMillis()).isEqualTo(1000);
    assertThat(incident.severity()).isEqualTo(Severity.MINOR);
    assertThat(incident.peak()).isEqualTo(12);
    assertThat(incident.sequences()).isEqualTo(1);
  }

  @Test
  void anAlertSaysWhatItRestsOn() {
    Findings findings = watchman.sees(11, 12).last().findings();
    assertThat(findings.score()).isEqualTo(12);
    assertThat(findings.threshold()).isEqualTo(10);
    assertThat(findings.peak()).isEqualTo(12);
    assertThat(findings.channels()).containsExactly(new ChannelPart("a", 120, 0, 1));
    assertThat(findings.model()).isEqualTo(new ModelReference("flat", "1", "hash"));
    assertThat(findings.evidence().fromMillis()).isEqualTo(1997);
    assertThat(findings.evidence().toMillis()).isEqualTo(2000);
    assertThat(findings.evidence().raw()).isEqualTo(12);
    assertThat(findings.evidence().averageBefore()).isEqualTo(11);
  }

  @Test
  void anIncidentThatGoesOnAsItWasIsNotToldAgain() {
    assertThat(watchman.sees(11, 11, 12, 13, 0, 14).alerts()).hasSize(1);
  }

  @Test
  void aStepInSeverityIsANewRevision() {
    watchman.sees(11, 11, 20, 25, 40, 50);
    assertThat(watchman.alerts())
        .extracting(alert -> alert.incident().revision() + " " + alert.incident().severity())
        .containsExactly("1 MINOR", "2 MAJOR", "3 CRITICAL");
  }

  @Test
  void severityNeverEases() {
    assertThat(watchman.sees(40, 40, 11, 11).alerts()).hasSize(1);
    assertThat(watchman.watch().incident().severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void itKnowsItsPeak() {
    assertThat(watchman.sees(11, 12, 19, 13, 0, 0).last().findings().peak()).isEqualTo(19);
    assertThat(watchman.last().findings().score()).isZero();
  }

  @Test
  void nClearVerdictsInARowCloseIt() {
    assertThat(watchman.sees(11, 11, 0, 11, 0).alerts()).hasSize(1);
    assertThat(watchman.sees(0).alerts()).hasSize(2);
    assertThat(watchman.last().status()).isEqualTo(AlertStatus.CLOSED);
    assertThat(watchman.last().incident().revision()).isEqualTo(2);
    assertThat(watchman.last().incident().openedMillis()).isEqualTo(2000);
    assertThat(watchman.last().timeMillis()).isEqualTo(6000);
    assertThat(watchman.watch().incident()).isNull();
  }

  @Test
  void nothingOpensWithinTheCooldown() {
    watchman.sees(11, 11, 0, 0).sees(11, 11, 11, 11);
    assertThat(watchman.alerts()).hasSize(2);
  }

  @Test
  void whatGoesOnWhenTheCooldownEndsOpensThen() {
    watchman.sees(11, 11, 0, 0).sees(11, 11, 11, 11, 11);
    assertThat(watchman.alerts()).hasSize(3);
    assertThat(watchman.last().timeMillis()).isEqualTo(9000);
    assertThat(watchman.last().incident().revision()).isEqualTo(1);
  }

  @Test
  void aClearVerdictOpensNothingWhateverCameDuringTheCooldown() {
    watchman.sees(11, 11, 0, 0).sees(0, 0, 11, 11, 0);
    assertThat(watchman.alerts()).hasSize(2);
  }

  @Test
  void theNextIncidentHasAnotherId() {
    watchman.sees(11, 11, 0, 0).sees(0, 0, 0, 0, 0, 0, 11, 11);
    assertThat(watchman.alerts()).hasSize(3);
    assertThat(watchman.last().incident().id())
        .isNotEqualTo(watchman.alerts().get(0).incident().id());
  }

  @Test
  void theSameOpeningHasTheSameIdHoweverItCameAbout() {
    String id = watchman.sees(11, 11).last().incident().id();
    assertThat(Watchman.standard().sees(30, 50).last().incident().id()).isEqualTo(id);
  }

  @Test
  void anotherEntityHasAnotherId() {
    Watchman other = new Watchman("pump-2", 1, new AlertPolicy(2, 3, 2, Duration.ZERO));
    assertThat(other.sees(11, 11).last().incident().id())
        .isNotEqualTo(watchman.sees(11, 11).last().incident().id());
  }

  @Test
  void verdictsFromBeforeAnIncidentDoNotOpenTheNext() {
    Watchman quick = new Watchman("pump-1", 1, new AlertPolicy(2, 3, 1, Duration.ZERO));
    assertThat(quick.sees(11, 11, 0, 11).alerts()).hasSize(2);
    assertThat(quick.sees(11).alerts()).hasSize(3);
  }

  @Test
  void itJudgesTheAverage() {
    Watchman smooth = new Watchman("pump-1", 0.5, new AlertPolicy(1, 1, 1, Duration.ZERO));
    assertThat(smooth.sees(0, 20).alerts()).isEmpty();
    assertThat(smooth.sees(20).last().findings().score()).isEqualTo(15);
    assertThat(smooth.last().findings().evidence().averageBefore()).isEqualTo(10);
  }
}
