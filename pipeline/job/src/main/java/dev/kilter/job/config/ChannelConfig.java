package dev.kilter.job.config;

import dev.kilter.health.ChannelRules;
import dev.kilter.health.WatchedChannel;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * One measured quantity.
 *
 * @param name its name
 * @param unit its unit; of a counter, that of its rate in a second
 * @param source where and how its values come in
 * @param rules what its values must be like to be trusted
 */
public record ChannelConfig(String name, String unit, ChannelSource source, ChannelRules rules)
    implements Serializable {

  /** A channel of which nothing but the valid range is looked at. */
  public static ChannelConfig of(String name, String unit, double low, double high) {
    double anyRate = Double.POSITIVE_INFINITY;
    ChannelRules rules = new ChannelRules(low, high, anyRate, 0, 0, false);
    return new ChannelConfig(name, unit, ChannelSource.of(name), rules);
  }

  static ChannelConfig read(String name, YamlSection channel) {
    List<Double> range =
        channel.numbers("range", List.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    if (range.size() != 2 || range.get(0) >= range.get(1)) {
      channel.wrong("range", range.toString(), "two numbers, the lower first, as in [-40, 150]");
      range = List.of(0.0, 0.0);
    }
    ChannelRules rules =
        new ChannelRules(
            range.get(0),
            range.get(1),
            channel.parsed("max-rate", Double.POSITIVE_INFINITY, ChannelConfig::rate),
            channel.duration("flat-after", Duration.ZERO).toMillis(),
            channel.duration("silent-after", Duration.ZERO).toMillis(),
            channel.oneOf("counter", "false", "true", "false").equals("true"));
    ChannelSource source = ChannelSource.read(name, rules.counter(), channel);
    ChannelConfig config = new ChannelConfig(name, channel.text("unit", ""), source, rules);
    channel.finish();
    return config;
  }

  /** The same channel, coming in by its own name and in its own unit. */
  ChannelConfig plain() {
    return new ChannelConfig(name, unit, ChannelSource.of(name), rules);
  }

  /** The channel as health looks at it. */
  public WatchedChannel watched() {
    return new WatchedChannel(name, unit, rules);
  }

  private static double rate(String text) {
    double rate = Parsers.number(text);
    if (rate <= 0) {
      throw new IllegalArgumentException("the most it can move in a second, in its unit, above 0");
    }
    return rate;
  }
}
