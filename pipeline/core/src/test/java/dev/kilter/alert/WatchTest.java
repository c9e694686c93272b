package dev.kilter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final Watchman watchman = Watchman.standard();

  @Test
  void aResetForgetsTheCounts() {
    assertThat(watchman.sees(11).isReset().sees(11).alerts()).isEmpty();
  }

  @Test
  void aResetForgetsTheAverage() {
    Watchman smooth = new Watchman("pump-1", 0.5, new AlertPolicy(1, 1, 1, Duration.ZERO));
    assertThat(smooth.sees(0).isReset().sees(11).last().findings().score()).isEqualTo(11);
    assertThat(smooth.last().findings().evidence().averageBefore()).isNaN();
  }

  @Test
  void aResetKeepsTheOpenIncident() {
    String id = watchman.sees(11, 11).last().incident().id();
    watchman.isReset().sees(25);
    assertThat(watchman.last().incident().id()).isEqualTo(id);
    assertThat(watchman.last().incident().revision()).isEqualTo(2);
  }

  @Test
  void aResetKeepsTheCooldown() {
    watchman.sees(11, 11, 0, 0).isReset().sees(11, 11, 11, 11);
    assertThat(watchman.alerts()).hasSize(2);
  }

  @Test
  void aResetBeginsTheClearVerdictsAnew() {
    watchman.sees(11, 11, 0).isReset().sees(0);
    assertThat(watchman.last().status()).isEqualTo(AlertStatus.OPEN);
  }
}
