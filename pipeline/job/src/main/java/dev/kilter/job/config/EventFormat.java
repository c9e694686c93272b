package dev.kilter.job.config;

import java.io.Serializable;
import java.util.List;

/**
 * What an event looks like: where its fields stand, and which channels there are.
 *
 * @param fields where in the JSON the fields stand
 * @param channels the channels, in the order in which values are kept
 */
public record EventFormat(EventFields fields, List<ChannelConfig> channels)
    implements Serializable {

  /** The channels' names, in their order. */
  public List<String> channelNames() {
    return channels.stream().map(ChannelConfig::name).toList();
  }
}
