package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.job.config.ChannelConfig;
import dev.kilter.job.config.EventFormat;
import dev.kilter.onnx.ModelContract;
import dev.kilter.sequence.Aggregate;
import dev.kilter.sequence.ChannelSelection;
import dev.kilter.sequence.Fill;
import java.util.List;
import java.util.function.Function;

/** Finds the channels of a model among those of the pipeline file. */
final class ChannelResolver {
  private final EventFormat events;
  private final Function<String, UserError> wrong;

  /**
   * Among the channels of these events.
   *
   * @param wrong makes an error that says where it was found
   */
  ChannelResolver(EventFormat events, Function<String, UserError> wrong) {
    this.events = events;
    this.wrong = wrong;
  }

  /**
   * The model's channels as the pipeline selects and aligns them.
   *
   * @throws UserError when there is no such channel, or it is in another unit
   */
  ChannelSelection select(List<ModelContract.Channel> channels) {
    return new ChannelSelection(
        channels.stream().map(ModelContract.Channel::name).toArray(String[]::new),
        channels.stream().mapToInt(this::positionOf).toArray(),
        channels.stream().map(ModelContract.Channel::aggregation).toArray(Aggregate[]::new),
        channels.stream().map(ModelContract.Channel::filling).toArray(Fill[]::new),
        constants(channels),
        channels.stream().mapToLong(ModelContract.Channel::maximumAgeMillis).toArray());
  }

  private static float[] constants(List<ModelContract.Channel> channels) {
    float[] constants = new float[channels.size()];
    for (int channel = 0; channel < constants.length; channel++) {
      Float constant = channels.get(channel).constant();
      constants[channel] = constant == null ? Float.NaN : constant;
    }
    return constants;
  }

  private int positionOf(ModelContract.Channel channel) {
    List<ChannelConfig> channels = events.channels();
    for (int position = 0; position < channels.size(); position++) {
      if (channels.get(position).name().equals(channel.name())) {
        checkUnit(channels.get(position), channel);
        return position;
      }
    }
    throw wrong.apply(
        "the model needs the channel "
            + channel.name()
            + ", which is not under channels; there are "
            + events.channelNames());
  }

  private void checkUnit(ChannelConfig here, ModelContract.Channel channel) {
    if (!here.unit().isEmpty() && !here.unit().equals(channel.unit())) {
      throw wrong.apply(
          "channel "
              + channel.name()
              + " is in "
              + here.unit()
              + " under channels but the model was trained on "
              + channel.unit());
    }
  }
}
