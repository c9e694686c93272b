package dev.kilter.health;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Looks at the values of one channel, one after the other, and says which can be trusted. Of
 * several kinds of trouble the first of this order counts: silent, out of range, jumping, flat.
 */
final class ChannelCheck {
  private static final double MILLIS_PER_SECOND = 1000;

  private final WatchedChannel channel;
  private final ChannelRules rules;

  ChannelCheck(WatchedChannel channel) {
    this.channel = channel;
    this.rules = channel.rules();
  }

  String name() {
    return channel.name();
  }

  /**
   * Takes in the channel's value at the entity's next instant.
   *
   * @param value the value as it came; NaN where it is absent
   * @return the value, or NaN where it is absent or not to be trusted
   */
  double check(
      String entity, long millis, double value, ChannelState state, Consumer<HealthMessage> told) {
    double seen = rules.counter() ? rate(millis, value, state) : value;
    HealthKind trouble = trouble(millis, seen, state);
    if (trouble != state.trouble) {
      turn(new Turn(entity, millis, seen, trouble), state, told);
    }
    remember(millis, seen, state);
    return state.trouble == null ? seen : Double.NaN;
  }

  /** What a channel turns to, and at which value. */
  private record Turn(String entity, long millis, double value, HealthKind to) {}

  /**
   * Growth in a second since the last reading; a smaller one is a counter that began at 0 again.
   */
  private static double rate(long millis, double reading, ChannelState state) {
    if (Double.isNaN(reading)) {
      return Double.NaN;
    }
    double seconds = (millis - state.countedMillis) / MILLIS_PER_SECOND;
    double growth = reading < state.counted ? reading : reading - state.counted;
    double rate = Double.isNaN(state.counted) ? Double.NaN : growth / seconds;
    state.counted = reading;
    state.countedMillis = millis;
    return rate;
  }

  private HealthKind trouble(long millis, double value, ChannelState state) {
    if (Double.isNaN(value)) {
      boolean silent =
          rules.silentAfterMillis() > 0
              && state.seenMillis != ChannelState.NEVER
              && millis - state.seenMillis > rules.silentAfterMillis();
      return silent ? HealthKind.SILENT : state.trouble;
    }
    if (!rules.contains(value)) {
      return HealthKind.OUT_OF_RANGE;
    }
    if (jumps(millis, value, state)) {
      return HealthKind.JUMPING;
    }
    boolean flat =
        rules.flatAfterMillis() > 0
            && value == state.accepted
            && millis - state.unchangedMillis >= rules.flatAfterMillis();
    return flat ? HealthKind.FLAT : null;
  }

  /** Held against the last value that was trusted: what stays is believed in the end. */
  private boolean jumps(long millis, double value, ChannelState state) {
    if (Double.isNaN(state.accepted) || Double.isInfinite(rules.maxRate())) {
      return false;
    }
    double seconds = (millis - state.acceptedMillis) / MILLIS_PER_SECOND;
    return Math.abs(value - state.accepted) > rules.maxRate() * seconds;
  }

  private void turn(Turn turn, ChannelState state, Consumer<HealthMessage> told) {
    HealthScope scope = new HealthScope(turn.entity, null, channel.name());
    if (state.trouble != null) {
      String words =
          channel.name()
              + (Double.isNaN(turn.value) ? " has no value" : " is " + shown(turn.value));
      told.accept(
          new HealthMessage(scope, state.trouble, false, state.troubleMillis, turn.millis, words));
    }
    state.trouble = turn.to;
    state.troubleMillis = turn.millis;
    if (turn.to != null) {
      told.accept(
          new HealthMessage(scope, turn.to, true, turn.millis, turn.millis, words(turn, state)));
    }
  }

  /** Ends what trouble there is, of an entity that is not looked at any more. */
  void forget(String entity, long millis, ChannelState state, Consumer<HealthMessage> told) {
    if (state.trouble != null) {
      HealthScope scope = new HealthScope(entity, null, channel.name());
      told.accept(ended(scope, state, millis, HealthMessage.FORGOTTEN));
      state.trouble = null;
    }
  }

  private static HealthMessage ended(
      HealthScope scope, ChannelState state, long millis, String words) {
    return new HealthMessage(scope, state.trouble, false, state.troubleMillis, millis, words);
  }

  private String words(Turn turn, ChannelState state) {
    String name = channel.name();
    return switch (turn.to) {
      case SILENT -> name + " has had no value since " + Instant.ofEpochMilli(state.seenMillis);
      case OUT_OF_RANGE -> name + " is " + shown(turn.value) + ", which cannot be real";
      case JUMPING -> name + " went from " + shown(state.accepted) + " to " + shown(turn.value);
      case FLAT ->
          name
              + " has been "
              + shown(turn.value)
              + " since "
              + Instant.ofEpochMilli(state.unchangedMillis);
      case TOO_MUCH_IMPUTED,
          TOO_FEW_CHANNELS,
          NO_DETECTOR,
          NOT_ENOUGH_HISTORY,
          REBASELINED,
          NO_MODEL ->
          throw new IllegalArgumentException(turn.to + " is not of a channel");
    };
  }

  private String shown(double value) {
    String number = String.format(Locale.ROOT, "%.4g", value);
    return channel.unit().isEmpty() ? number : number + " " + channel.unit();
  }

  private static void remember(long millis, double value, ChannelState state) {
    if (Double.isNaN(value)) {
      return;
    }
    state.seenMillis = millis;
    if (state.trouble == null || state.trouble == HealthKind.FLAT) {
      state.unchangedMillis = value == state.accepted ? state.unchangedMillis : millis;
      state.accepted = value;
      state.acceptedMillis = millis;
    }
  }
}
