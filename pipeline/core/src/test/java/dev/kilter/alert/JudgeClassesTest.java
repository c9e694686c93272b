package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a classifier says, on the incident. */
class JudgeClassesTest {
  private static final float[] LEAK = {0.5f, 0.25f, 0.125f, 0.125f};
  private static final float[] WEAR = {0, 1, 0, 0};

  private final Watchman watchman =
      new Watchman("pump-1", 1, new AlertPolicy(1, 1, 2, Duration.ZERO));

  @Test
  void anAlertTellsAtMostThreeClassesTheMostProbableFirst() {
    assertThat(watchman.sees(11, new float[] {0.125f, 0.25f, 0.5f, 0.125f}).last())
        .extracting(alert -> alert.findings().classes())
        .isEqualTo(
            List.of(
                new ClassProbability("sag", 0.5),
                new ClassProbability("wear", 0.25),
                new ClassProbability("leak", 0.125)));
  }

  @Test
  void withoutClassifierAnAlertTellsNone() {
    assertThat(watchman.sees(11).last().findings().classes()).isEmpty();
  }

  @Test
  void theProbabilitiesAreTheMeanOverTheSequencesThatWereClassified() {
    watchman.sees(11, LEAK).sees(12, WEAR).sees(0).sees(0);
    assertThat(watchman.last().status()).isEqualTo(AlertStatus.CLOSED);
    assertThat(watchman.last().findings().classes())
        .containsExactly(
            new ClassProbability("wear", 0.625),
            new ClassProbability("leak", 0.25),
            new ClassProbability("sag", 0.0625));
  }

  @Test
  void anotherLeadingClassAloneIsNoAlert() {
    assertThat(watchman.sees(11, LEAK).sees(12, WEAR).sees(12, WEAR).alerts()).hasSize(1);
  }

  @Test
  void whatIsNotOddAnyMoreTellsNothing() {
    watchman.sees(11, LEAK).sees(9, WEAR).sees(9, WEAR);
    assertThat(leading()).isEqualTo(new ClassProbability("leak", 0.5));
  }

  @Test
  void theNextIncidentKnowsNothingOfTheLast() {
    watchman.sees(11, LEAK).sees(0).sees(0).sees(11, WEAR);
    assertThat(leading()).isEqualTo(new ClassProbability("wear", 1));
  }

  @Test
  void behindAResetTheClassesBeginAnew() {
    watchman.sees(11, LEAK).isReset().sees(12, WEAR).sees(0).sees(0);
    assertThat(leading()).isEqualTo(new ClassProbability("wear", 1));
  }

  @Test
  void theLastAlertOfAForgottenEntityTellsThemToo() {
    watchman.sees(11, LEAK).isForgotten();
    assertThat(leading()).isEqualTo(new ClassProbability("leak", 0.5));
  }

  @Test
  void whatAnotherClassifierKeptIsNotTold() {
    watchman.sees(11, new float[] {0.5f, 0.5f}).isForgotten();
    assertThat(watchman.last().findings().classes()).isEmpty();
  }

  private ClassProbability leading() {
    return watchman.last().findings().classes().get(0);
  }
}
