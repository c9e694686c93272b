package dev.kilter.onnx;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what a contract says of channels and sequences: what the pipeline does before it runs. */
final class TimeCheck {
  private static final List<String> FILLS = List.of("hold", "linear", "constant", "none");
  private static final List<String> AGGREGATES = List.of("last", "mean", "min", "max", "sum");

  private final ModelContract contract;
  private final Requirements requirements;

  TimeCheck(ModelContract contract, Requirements requirements) {
    this.contract = contract;
    this.requirements = requirements;
  }

  void check() {
    channels();
    lengths();
    period();
    if (contract.sequence().session() != null) {
      session(contract.sequence().session());
    }
  }

  private void channels() {
    List<ModelContract.Channel> channels = contract.channels();
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

  private void lengths() {
    ModelContract.SequenceShape shape = contract.sequence();
    require(shape != null, "sequence", null, "length and stride");
    require(shape.length() > 0, "sequence.length", shape.length(), "a number of rows above 0");
    require(shape.stride() > 0, "sequence.stride", shape.stride(), "a number of rows above 0");
    require(
        shape.least() > 0 && shape.least() <= shape.length(),
        "sequence.minimumLength",
        shape.minimumLength(),
        "a number of rows from 1 to length, " + shape.length());
  }

  private void period() {
    Duration period = contract.sequence().period();
    require(
        period == null || (period.toMillis() > 0 && period.equals(whole(period))),
        "sequence.period",
        period,
        "at least a millisecond and a whole number of them, as in PT10S");
  }

  private static Duration whole(Duration period) {
    return Duration.ofMillis(period.toMillis());
  }

  private void session(ModelContract.Session session) {
    boolean byGap = session.gap() != null;
    boolean byChannel = session.channel() != null && session.above() != null;
    require(
        byGap != byChannel && byGap == (session.channel() == null && session.above() == null),
        "sequence.session",
        session,
        "either a gap or a channel with above");
    require(
        !byGap || session.gap().toMillis() > 0,
        "sequence.session.gap",
        session.gap(),
        "longer than nothing, as in PT30S");
    require(
        !byChannel || contract.channelNames().contains(session.channel()),
        "sequence.session.channel",
        session.channel(),
        "one of the channels, " + contract.channelNames());
    require(
        contract.sequence().stride() == 1,
        "sequence.stride",
        contract.sequence().stride(),
        "1 where a sequence is a session");
  }

  private void require(boolean condition, String key, Object value, String right) {
    requirements.require(condition, key, value, right);
  }
}
