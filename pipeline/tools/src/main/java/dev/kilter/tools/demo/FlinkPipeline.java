package dev.kilter.tools.demo;

import dev.kilter.job.KilterJob;
import dev.kilter.job.config.PipelineConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The pipeline on a Flink cluster in this process, with its web page. */
final class FlinkPipeline implements AutoCloseable {
  private static final String LOCALHOST = "127.0.0.1";
  private static final long CLOSE_SECONDS = 10;

  private final MiniCluster cluster;
  private final JobID job;

  private FlinkPipeline(MiniCluster cluster, JobID job) {
    this.cluster = cluster;
    this.job = job;
  }

  /**
   * Starts cluster and pipeline.
   *
   * @param parallelism how many tasks work side by side
   * @param scratch where Flink keeps what is gone once it stops
   * @throws dev.kilter.UserError when the pipeline file, a model or Kafka is not as it should be
   */
  static FlinkPipeline start(PipelineConfig config, int parallelism, Path scratch)
      throws Exception {
    Configuration settings = settings(scratch);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(new Configuration());
    env.setParallelism(parallelism);
    KilterJob.build(env, config);
    JobGraph graph = graph(env, config.name());
    MiniCluster cluster = new MiniCluster(cluster(settings, parallelism));
    try {
      cluster.start();
      return new FlinkPipeline(cluster, cluster.submitJob(graph).get().getJobID());
    } catch (Exception e) {
      cluster.closeAsync().orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS).join();
      throw e;
    }
  }

  private static JobGraph graph(StreamExecutionEnvironment env, String name) {
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName(name);
    return graph.getJobGraph();
  }

  URI webPage() throws InterruptedException, ExecutionException {
    return cluster.getRestAddress().get();
  }

  /** Fails once the job has. */
  void check() throws InterruptedException, ExecutionException {
    JobStatus status = cluster.getJobStatus(job).get();
    if (status.isTerminalState()) {
      Throwable cause =
          cluster
              .requestJobResult(job)
              .get()
              .getSerializedThrowable()
              .<Throwable>map(failure -> failure)
              .orElse(null);
      throw new IllegalStateException("the pipeline ended as " + status, cause);
    }
  }

  @Override
  public void close() {
    cluster.closeAsync().orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS).join();
  }

  private static MiniClusterConfiguration cluster(Configuration settings, int slots) {
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(settings)
        .setCommonBindAddress(LOCALHOST)
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(slots)
        .build();
  }

  private static Configuration settings(Path scratch) {
    Configuration settings = new Configuration();
    settings.set(RestOptions.ADDRESS, LOCALHOST);
    settings.set(RestOptions.BIND_ADDRESS, LOCALHOST);
    settings.set(RestOptions.BIND_PORT, "0");
    settings.set(CoreOptions.TMP_DIRS, scratch.toString());
    settings.set(WebOptions.TMP_DIR, scratch.toString());
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
    return settings;
  }
}
