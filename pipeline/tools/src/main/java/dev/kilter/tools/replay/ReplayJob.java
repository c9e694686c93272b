package dev.kilter.tools.replay;

import dev.kilter.UserError;
import dev.kilter.event.Decoded;
import dev.kilter.job.config.TimeConfig;
import dev.kilter.job.type.KilterTypes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;

/** Both ends of a job over recordings: the events that go in, and waiting until it is over. */
final class ReplayJob {
  private static final long BEAT_MILLIS = 500;

  private ReplayJob() {}

  /** Recorded events, decoded, with event times and watermarks as in production. */
  static DataStream<Decoded> events(
      StreamExecutionEnvironment env, TimeConfig time, ReplayInput input) {
    return env.fromSource(
            new ReplaySource(input), RecordedTime.strategy(time), "recordings", KilterTypes.DECODED)
        .setParallelism(1)
        .uid("recordings");
  }

  /**
   * Waits for the end of a job.
   *
   * @param beat called now and then while it goes on
   * @throws UserError when it fails by the user's mistake
   */
  static void await(JobClient job, Runnable beat) throws Exception {
    CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
    while (true) {
      try {
        result.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException stillRunning) {
        beat.run();
      } catch (ExecutionException e) {
        throw mistakeIn(e);
      }
    }
  }

  /** The user's mistake behind a failure, if it is one. */
  private static Exception mistakeIn(ExecutionException failure) {
    return ExceptionUtils.findSerializedThrowable(
            failure, UserError.class, ReplayJob.class.getClassLoader())
        .<Exception>map(mistake -> mistake)
        .orElse(failure);
  }
}
