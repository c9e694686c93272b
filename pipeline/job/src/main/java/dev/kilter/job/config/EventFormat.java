package dev.kilter.job.config;

import dev.kilter.health.WatchedChannel;
import java.io.Serializable;
import java.util.List;

/**
 * What an event looks like: what its bytes are, where its fields stand, and which channels there
 * are.
 *
 * @param encoding what the bytes are
 * @param fields where the fields stand
 * @param time how times are written
 * @param channels the channels, in the order in which values are kept
 */
public record EventFormat(
    EventEncoding encoding, EventFields fields, TimeNotation time, List<ChannelConfig> channels)
    implements Serializable {

  /** Kilter's own form with these channels. */
  public static EventFormat standard(List<ChannelConfig> channels) {
    return new EventFormat(
        new EventEncoding.Json(), EventFields.standard(), TimeNotation.standard(), channels);
  }

  /** The channels' names, in their order. */
  public List<String> channelNames() {
    return channels.stream().map(ChannelConfig::name).toList();
  }

  /** The channels as health looks at them, in their order. */
  public List<WatchedChannel> watched() {
    return channels.stream().map(ChannelConfig::watched).toList();
  }

  /** Whether events come in Kilter's own form. */
  public boolean isStandard() {
    List<ChannelConfig> plain = channels.stream().map(ChannelConfig::plain).toList();
    return equals(standard(plain));
  }

  /** The pointer to a channel's value in a wide event. */
  public String place(ChannelConfig channel) {
    return channel.source().isPointer()
        ? channel.source().field()
        : EventFields.within(fields.values(), channel.source().field());
  }
}
