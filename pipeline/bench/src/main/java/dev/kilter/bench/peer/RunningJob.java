package dev.kilter.bench.peer;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job in a Flink cluster of this process, running as it can. */
public final class RunningJob implements RunningPeer {
  private static final long LOOK_NANOS = Duration.ofMillis(5).toNanos();

  private final JobClient client;
  private final CompletableFuture<JobExecutionResult> end;
  private final Map<String, Long> before;
  private final String counter;
  private long seen;

  /** Puts a job together. */
  @FunctionalInterface
  public interface Assembly {
    /** Gives the environment its settings, sources and sinks. */
    void assemble(StreamExecutionEnvironment env) throws Exception;
  }

  private RunningJob(JobClient client, Map<String, Long> before, String counter) {
    this.client = client;
    this.before = before;
    this.counter = counter;
    this.end = client.getJobExecutionResult();
  }

  /**
   * Starts it.
   *
   * @param counter the metric by which it is told how far the job has come
   */
  public static RunningJob start(Assembly job, String counter) throws Exception {
    return start(job, counter, 1);
  }

  /** Starts it with so many tasks of each kind. */
  static RunningJob start(Assembly job, String counter, int tasks) throws Exception {
    Configuration settings = new Configuration();
    settings.setString("metrics.reporters", "counts");
    settings.setString("metrics.reporter.counts.factory.class", JobCounts.class.getName());
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(tasks, settings);
    job.assemble(env);
    Map<String, Long> before = JobCounts.sums();
    return new RunningJob(env.executeAsync("bench"), before, counter);
  }

  /** What a counter of this job's stands at. */
  public long count(String name) {
    return JobCounts.sum(name) - before.get(name);
  }

  @Override
  public void catchUp() {
    seen = count(counter);
  }

  @Override
  public void await(long more) throws ExecutionException, InterruptedException {
    seen += more;
    while (count(counter) < seen) {
      if (end.isDone()) {
        end.get();
        throw new IllegalStateException("the job is over, though its source has no end");
      }
      if (Thread.interrupted()) {
        throw new InterruptedException("told to wait no longer");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** Ends it, and waits until it is gone. */
  @Override
  public void stop() throws ExecutionException, InterruptedException {
    client.cancel().get();
    end.handle((result, cancelled) -> result).get();
  }
}
