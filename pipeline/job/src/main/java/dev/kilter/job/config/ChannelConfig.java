package dev.kilter.job.config;

import java.io.Serializable;
import java.util.List;

/**
 * One measured quantity.
 *
 * @param name its name in the events
 * @param unit its unit
 * @param low the least value that can be real; anything below counts as absent
 * @param high the greatest value that can be real; anything above counts as absent
 */
public record ChannelConfig(String name, String unit, double low, double high)
    implements Serializable {

  static ChannelConfig read(String name, YamlSection channel) {
    List<Double> range =
        channel.numbers("range", List.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    if (range.size() != 2 || range.get(0) >= range.get(1)) {
      channel.wrong("range", range.toString(), "two numbers, the lower first, as in [-40, 150]");
      range = List.of(0.0, 0.0);
    }
    ChannelConfig config =
        new ChannelConfig(name, channel.text("unit", ""), range.get(0), range.get(1));
    channel.finish();
    return config;
  }
}
