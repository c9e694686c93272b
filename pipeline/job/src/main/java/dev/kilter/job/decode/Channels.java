package dev.kilter.job.decode;

import dev.kilter.job.config.ChannelConfig;
import dev.kilter.job.config.ChannelSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The channels of a pipeline, by place and by the name that long events call them. */
final class Channels {
  private final String[] names;
  private final double[] scales;
  private final double[] offsets;
  private final Map<String, Integer> positions = new HashMap<>();

  Channels(List<ChannelConfig> channels) {
    names = channels.stream().map(ChannelConfig::name).toArray(String[]::new);
    scales = channels.stream().mapToDouble(channel -> channel.source().scale()).toArray();
    offsets = channels.stream().mapToDouble(channel -> channel.source().offset()).toArray();
    for (int position = 0; position < names.length; position++) {
      ChannelSource source = channels.get(position).source();
      positions.put(source.isPointer() ? names[position] : source.field(), position);
    }
  }

  int count() {
    return names.length;
  }

  String name(int position) {
    return names[position];
  }

  /** All names, for a message. */
  String names() {
    return List.of(names).toString();
  }

  /** The place of the channel that long events call so, or -1. */
  int position(String called) {
    return positions.getOrDefault(called, -1);
  }

  /** A value as it came in the channel's unit. */
  double convert(int position, double value) {
    return value * scales[position] + offsets[position];
  }
}
