package dev.kilter.tools.embedded;

import dev.kilter.UserError;
import dev.kilter.job.KilterJob;
import dev.kilter.job.config.PipelineConfig;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.ExceptionUtils;

/** A pipeline on a Flink cluster in this process, with its web page. */
public final class EmbeddedFlink implements AutoCloseable {
  private static final String LOCALHOST = "127.0.0.1";
  private static final long CLOSE_SECONDS = 10;
  private static final long BEAT_MILLIS = 50;
  private static final long SAVEPOINT_SECONDS = 15;

  private final MiniCluster cluster;
  private final JobID job;

  private EmbeddedFlink(MiniCluster cluster, JobID job) {
    this.cluster = cluster;
    this.job = job;
  }

  /**
   * Starts cluster and pipeline.
   *
   * @throws UserError when the pipeline file, a model, Kafka or the port is not as it should be
   */
  public static EmbeddedFlink start(PipelineConfig config, FlinkOptions options) throws Exception {
    checkPort(options.webPort());
    JobGraph graph = graph(config, options);
    MiniCluster cluster = new MiniCluster(cluster(options));
    try {
      cluster.start();
      return new EmbeddedFlink(cluster, cluster.submitJob(graph).get().getJobID());
    } catch (Exception e) { // whatever it was, the cluster is not left behind
      cluster.closeAsync().get(CLOSE_SECONDS, TimeUnit.SECONDS);
      throw e;
    }
  }

  /** Where the web page is. */
  public URI webPage() throws InterruptedException, ExecutionException {
    return cluster.getRestAddress().get();
  }

  /**
   * Looks whether the job still runs.
   *
   * @throws UserError once it has ended by what only the user can mend
   * @throws IllegalStateException once it has ended otherwise, with the cause
   */
  public void check() throws InterruptedException, ExecutionException {
    JobStatus status = cluster.getJobStatus(job).get();
    if (status.isTerminalState()) {
      Throwable cause =
          cluster
              .requestJobResult(job)
              .get()
              .getSerializedThrowable()
              .<Throwable>map(failure -> failure)
              .orElse(null);
      Optional<UserError> mistake = mistakeIn(cause);
      if (mistake.isPresent()) {
        throw mistake.get();
      }
      String why = cause == null ? "" : ": " + deepestCause(cause);
      throw new IllegalStateException("the pipeline ended as " + status + why, cause);
    }
  }

  /**
   * Waits until every task runs: before that no state can be saved.
   *
   * @throws UserError when the job ends instead by what only the user can mend
   * @throws IllegalStateException when it ends otherwise, with the cause
   */
  public void awaitRunning() throws InterruptedException, ExecutionException {
    while (!allRun()) {
      check();
      Thread.sleep(BEAT_MILLIS);
    }
  }

  private boolean allRun() throws InterruptedException, ExecutionException {
    if (cluster.getJobStatus(job).get() != JobStatus.RUNNING) {
      return false;
    }
    for (AccessExecutionVertex task :
        cluster.getExecutionGraph(job).get().getAllExecutionVertices()) {
      if (task.getExecutionState() != ExecutionState.RUNNING) {
        return false;
      }
    }
    return true;
  }

  /** The user's mistake behind a job's failure, if it is one. */
  public static Optional<UserError> mistakeIn(Throwable failure) {
    return ExceptionUtils.findSerializedThrowable(
        failure, UserError.class, EmbeddedFlink.class.getClassLoader());
  }

  /** What the last cause of a failure says: the ones above it only say where it passed. */
  public static String deepestCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  /**
   * Keeps the job's state while it goes on.
   *
   * @param directory where the savepoint goes
   * @return the savepoint, to go on from; what was told before it is committed later, or never
   */
  public String savepoint(String directory) throws Exception {
    return cluster
        .triggerSavepoint(job, directory, false, SavepointFormatType.CANONICAL)
        .get(SAVEPOINT_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Stops the job and keeps its state.
   *
   * @param directory where the savepoint goes
   * @return the savepoint, to go on from
   */
  public String stopWithSavepoint(String directory) throws Exception {
    return cluster
        .stopWithSavepoint(job, directory, false, SavepointFormatType.CANONICAL)
        .get(SAVEPOINT_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws ExecutionException, TimeoutException {
    try {
      cluster.closeAsync().get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void checkPort(int port) {
    if (port != 0 && !FreePort.isFree(port)) {
      throw new UserError(
          "Port "
              + port
              + " for the web page is taken: stop what listens there, or choose another with"
              + " --web-port.");
    }
  }

  private static JobGraph graph(PipelineConfig config, FlinkOptions options) {
    Configuration settings = new Configuration();
    if (options.restore() != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, options.restore());
    }
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
    env.setParallelism(options.parallelism());
    KilterJob.build(env, config);
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName(config.name());
    return graph.getJobGraph();
  }

  private static MiniClusterConfiguration cluster(FlinkOptions options) {
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(settings(options))
        .setCommonBindAddress(LOCALHOST)
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(options.parallelism())
        .build();
  }

  private static Configuration settings(FlinkOptions options) {
    Configuration settings = new Configuration();
    settings.set(RestOptions.ADDRESS, LOCALHOST);
    settings.set(RestOptions.BIND_ADDRESS, LOCALHOST);
    settings.set(RestOptions.BIND_PORT, String.valueOf(options.webPort()));
    settings.set(CoreOptions.TMP_DIRS, options.scratch().toString());
    settings.set(WebOptions.TMP_DIR, options.scratch().toString());
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
    return settings;
  }
}
