package dev.kilter.onnx;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what is said of channels and the grid: how events become rows. */
final class AlignmentCheck {
  private static final List<String> FILLS = List.of("hold", "linear", "constant", "none");
  private static final List<String> AGGREGATES = List.of("last", "mean", "min", "max", "sum");

  private final Requirements requirements;

  AlignmentCheck(Requirements requirements) {
    this.requirements = requirements;
  }

  void channels(List<ModelContract.Channel> channels) {
    require(channels != null && !channels.isEmpty(), "channels", channels, "at least one channel");
    Set<String> names = new HashSet<>();
    for (ModelContract.Channel channel : channels) {
      require(channel != null, "channels", channels, "a list of channels, none null");
      require(Requirements.notBlank(channel.name()), "channels.name", channel.name(), "a name");
      require(names.add(channel.name()), "channels.name", channel.name(), "each channel once");
      alignment(channel);
    }
  }

  private void alignment(ModelContract.Channel channel) {
    String fill = String.valueOf(channel.fill());
    String aggregate = String.valueOf(channel.aggregate());
    require(FILLS.contains(fill), "channels.fill", channel.fill(), "one of " + FILLS);
    require(
        AGGREGATES.contains(aggregate),
        "channels.aggregate",
        channel.aggregate(),
        "one of " + AGGREGATES);
    Duration age = channel.maximumAge();
    boolean ages = fill.equals("hold") || fill.equals("linear");
    require(
        age == null ? !ages : !age.isNegative(),
        "channels.maximumAge",
        age,
        "how long a value holds, as in PT60S");
    boolean constant = fill.equals("constant");
    require(
        channel.constant() == null ? !constant : constant && Float.isFinite(channel.constant()),
        "channels.constant",
        channel.constant(),
        "the value that stands in for a missing one, where fill is constant and nowhere else");
  }

  void period(String key, Duration period) {
    require(
        period == null || (period.toMillis() > 0 && period.equals(whole(period))),
        key,
        period,
        "at least a millisecond and a whole number of them, as in PT10S");
  }

  private static Duration whole(Duration period) {
    return Duration.ofMillis(period.toMillis());
  }

  private void require(boolean condition, String key, Object value, String right) {
    requirements.require(condition, key, value, right);
  }
}
