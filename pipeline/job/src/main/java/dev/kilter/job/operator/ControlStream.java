package dev.kilter.job.operator;

import dev.kilter.job.control.DecodedControl;
import dev.kilter.job.resume.PipelineFacts;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What people say while a pipeline runs.
 *
 * @param messages the messages, in one order
 * @param heardFirst whether all are heard before the first event: of what is recorded, and without
 *     checkpoints
 */
public record ControlStream(DataStream<DecodedControl> messages, boolean heardFirst) {

  /** Messages that come as they come. */
  public static ControlStream live(DataStream<DecodedControl> messages) {
    return new ControlStream(messages, false);
  }

  /** Messages that are recorded, and hold from the event times that they say. */
  public static ControlStream recorded(DataStream<DecodedControl> messages) {
    return new ControlStream(messages, true);
  }

  /** The operator that builds sequences so, and hears them. */
  ControlledSequences hearing(BuildSequences build, PipelineFacts facts, long rememberMillis) {
    return heardFirst
        ? new ControlFirstSequences(build, facts, rememberMillis)
        : new ControlledSequences(build, facts, rememberMillis);
  }
}
