package dev.kilter.tools.simulate;

/**
 * What a fault does to one channel.
 *
 * @param channel index into {@link Plant#CHANNELS}
 * @param share signed deviation per unit of the fault's size, in this channel's noise; 1 or -1 for
 *     the leading channel
 */
record Effect(int channel, double share, Response response) {
  String channelName() {
    return Plant.CHANNELS.get(channel).name();
  }

  /** Whether a fault of this size moves the channel by one noise deviation or more. */
  boolean shows(double sizeInNoise) {
    return response == Response.HOLD || Math.abs(share) * sizeInNoise >= 1;
  }
}
