package dev.kilter.tools.replay;

import dev.kilter.event.Decoded;
import dev.kilter.job.JobSettings;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.tools.embedded.EmbeddedFlink;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One reading of recordings from begin to end, by a job in this process.
 *
 * @param pipeline how events are decoded and how late they may be
 * @param files the recordings
 * @param parallelism tasks side by side
 */
public record RecordedRun(PipelineConfig pipeline, RecordedFiles files, int parallelism) {
  private static final long BEAT_MILLIS = 500;

  /** What becomes of the events. */
  @FunctionalInterface
  public interface Job {
    /** Puts the job together behind its source. */
    void assemble(DataStream<Decoded> events) throws IOException;
  }

  /**
   * Runs the job until the recordings are over.
   *
   * @param beat called now and then while it goes on
   * @throws UserError when a recording is not as it should be
   */
  public void run(Job job, Runnable beat) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
    JobSettings.applyBounded(env);
    job.assemble(
        env.fromSource(
                new ReplaySource(ReplayInput.of(pipeline, files)),
                RecordedTime.strategy(pipeline.time()),
                "recordings",
                KilterTypes.DECODED)
            .setParallelism(1)
            .uid("recordings"));
    await(env.executeAsync(pipeline.name()), beat);
  }

  private static void await(JobClient job, Runnable beat) throws Exception {
    CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
    while (true) {
      try {
        result.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException stillRunning) {
        beat.run();
      } catch (ExecutionException e) {
        throw EmbeddedFlink.mistakeIn(e).<Exception>map(mistake -> mistake).orElse(e);
      }
    }
  }
}
