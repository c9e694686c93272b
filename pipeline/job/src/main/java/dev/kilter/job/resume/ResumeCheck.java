package dev.kilter.job.resume;

import dev.kilter.UserError;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.StateBackend;
import java.io.IOException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks before a job starts whether it may go on from the state that it is told to go on from. */
public final class ResumeCheck {
  private static final Logger LOG = LoggerFactory.getLogger(ResumeCheck.class);

  private ResumeCheck() {}

  /**
   * Does nothing where there is no such state, or it may go on. State that cannot be read here is
   * left to Flink: after a failure it goes on from a later one, which the tasks look at.
   *
   * @throws UserError saying what is refused
   */
  public static void check(StreamExecutionEnvironment env, PipelinePlan plan) {
    String place = env.getConfiguration().get(StateRecoveryOptions.SAVEPOINT_PATH);
    if (place == null) {
      return;
    }
    Savepoint savepoint;
    try {
      savepoint = Savepoint.read(place);
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("{} cannot be read here, and was not held against the pipeline file", place, e);
      return;
    }
    check(Restoration.of(savepoint, PipelineFacts.of(plan), backend(env, plan)), env);
  }

  private static void check(Restoration restoration, StreamExecutionEnvironment env) {
    restoration.check();
    restoration.fates().forEach(fate -> LOG.info("{}: {}", fate.outcome().label(), fate));
    if (restoration.leavesState()) {
      Configuration settings = new Configuration();
      settings.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
      env.configure(settings);
    }
  }

  private static String backend(StreamExecutionEnvironment env, PipelinePlan plan) {
    ReadableConfig settings = env.getConfiguration();
    StateBackend state = plan.config().checkpoints().state();
    return state == null ? settings.get(StateBackendOptions.STATE_BACKEND) : state.flinkName();
  }
}
