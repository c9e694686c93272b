package dev.kilter.bench.peer;

import dev.kilter.bench.load.MemorySource;
import dev.kilter.bench.load.Workload;
import dev.kilter.job.JobSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A peer's job in a Flink cluster of this process, one task of each kind, running as it can. */
final class RunningJob implements RunningPeer {
  private static final long LOOK_NANOS = Duration.ofMillis(2).toNanos();

  private final JobClient client;
  private final CompletableFuture<JobExecutionResult> end;
  private long seen;

  private RunningJob(JobClient client) {
    this.client = client;
    this.end = client.getJobExecutionResult();
  }

  static RunningJob start(FlinkPeer peer, Workload load) throws Exception {
    Configuration settings = new Configuration();
    settings.setString("metrics.reporters", "judged");
    settings.setString("metrics.reporter.judged.factory.class", JudgedCounts.class.getName());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, settings);
    JobSettings.applyBounded(env);
    peer.run(MemorySource.endless(env, load));
    return new RunningJob(env.executeAsync("bench"));
  }

  @Override
  public void catchUp() {
    seen = JudgedCounts.sum();
  }

  @Override
  public void await(long more) throws ExecutionException, InterruptedException {
    seen += more;
    while (JudgedCounts.sum() < seen) {
      if (end.isDone()) {
        end.get();
        throw new IllegalStateException("the job is over, and its source has no end");
      }
      if (Thread.interrupted()) {
        throw new InterruptedException("told to wait no longer");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  @Override
  public void stop() throws ExecutionException, InterruptedException {
    client.cancel().get();
  }
}
