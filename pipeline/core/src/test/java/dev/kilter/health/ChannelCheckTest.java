package dev.kilter.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelCheckTest {
  private static final double NONE = Double.NaN;
  private static final double ANY_RATE = Double.POSITIVE_INFINITY;

  private final List<String> told = new ArrayList<>();
  private final ChannelState state = new ChannelState();

  @Test
  void aValueOutOfRangeIsNotTrustedAndSaidOnce() {
    ChannelCheck check = check(new ChannelRules(0, 10, ANY_RATE, 0, 0, false));
    assertThat(seen(check, 5, 11, 12, 10)).containsExactly(5, NONE, NONE, 10);
    assertThat(told)
        .containsExactly(
            "out-of-range began @2000 since 2000: flow is 11.00 m3/h, which cannot be real",
            "out-of-range ended @4000 since 2000: flow is 10.00 m3/h");
  }

  @Test
  void aJumpIsNotTrustedUntilTheTimeForItHasPassed() {
    ChannelCheck check = check(new ChannelRules(-1e9, 1e9, 2, 0, 0, false));
    assertThat(seen(check, 0, 2, 9, 9, 9, 9)).containsExactly(0, 2, NONE, NONE, NONE, 9);
    assertThat(told)
        .containsExactly(
            "jumping began @3000 since 3000: flow went from 2.000 m3/h to 9.000 m3/h",
            "jumping ended @6000 since 3000: flow is 9.000 m3/h");
  }

  @Test
  void theSameValueOverTheWholeSpanIsFlat() {
    ChannelCheck check = check(new ChannelRules(-1e9, 1e9, ANY_RATE, 2_000, 0, false));
    assertThat(seen(check, 1, 7, 7, NONE, 7, 8)).containsExactly(1, 7, 7, NONE, NONE, 8);
    assertThat(told)
        .containsExactly(
            "flat began @5000 since 5000: flow has been 7.000 m3/h since 1970-01-01T00:00:02Z",
            "flat ended @6000 since 5000: flow is 8.000 m3/h");
  }

  @Test
  void aChannelThatSaysNothingWhileOthersDoIsSilent() {
    ChannelCheck check = check(new ChannelRules(-1e9, 1e9, ANY_RATE, 0, 2_000, false));
    assertThat(seen(check, NONE, 7, NONE, NONE, NONE, 7))
        .containsExactly(NONE, 7, NONE, NONE, NONE, 7);
    assertThat(told)
        .containsExactly(
            "silent began @5000 since 5000: flow has had no value since 1970-01-01T00:00:02Z",
            "silent ended @6000 since 5000: flow is 7.000 m3/h");
  }

  @Test
  void aCounterIsItsRateAndMayBeginAgain() {
    ChannelCheck check = check(new ChannelRules(-1e9, 1e9, ANY_RATE, 0, 0, true));
    double big = 1e12;
    assertThat(seen(check, big, big + 3, NONE, big + 7, 5, 6))
        .containsExactly(NONE, 3, NONE, 2, 5, 1);
  }

  @Test
  void troubleEndsWhenNothingIsKnownAnyMore() {
    ChannelCheck check = check(new ChannelRules(0, 10, ANY_RATE, 0, 0, false));
    seen(check, 11);
    check.forget("pump-1", 9_000, state, this::note);
    assertThat(told)
        .last()
        .isEqualTo(
            "out-of-range ended @9000 since 1000: the entity is forgotten: nothing of it is kept");
    assertThat(state.trouble).isNull();
  }

  private static ChannelCheck check(ChannelRules rules) {
    return new ChannelCheck(new WatchedChannel("flow", "m3/h", rules));
  }

  /** One value a second, from second 1 on. */
  private double[] seen(ChannelCheck check, double... values) {
    double[] trusted = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      trusted[i] = check.check("pump-1", (i + 1) * 1000L, values[i], state, this::note);
    }
    return trusted;
  }

  private void note(HealthMessage message) {
    told.add(
        message.kind().label()
            + (message.began() ? " began @" : " ended @")
            + message.timeMillis()
            + " since "
            + message.sinceMillis()
            + ": "
            + message.detail());
  }
}
