package dev.kilter.job.config;

import dev.kilter.alert.group.GroupRule;
import dev.kilter.alert.quiet.QuietTime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One pipeline, as its file describes it.
 *
 * @param name the pipeline's name: part of every incident id
 * @param kafka where events come from and alerts go to
 * @param events what an event looks like
 * @param time how late and how far ahead an event may be, and how long a pause
 * @param health what it takes to be judged
 * @param checkpoints when and where state is kept
 * @param delivery what is promised of what is told
 * @param detectors who watches what; none where only rows to train on are wanted
 * @param runtime how models are run
 * @param groups what makes incidents a group, or null: there are no groups
 * @param quiet when nobody wants alerts of which entities
 */
public record PipelineConfig(
    String name,
    KafkaConfig kafka,
    EventFormat events,
    TimeConfig time,
    HealthConfig health,
    CheckpointConfig checkpoints,
    DeliveryConfig delivery,
    List<DetectorConfig> detectors,
    RuntimeConfig runtime,
    GroupRule groups,
    List<QuietTime> quiet) {

  /**
   * Reads a pipeline file, with variables from the environment.
   *
   * @throws dev.kilter.UserError listing everything that is wrong, by line
   */
  public static PipelineConfig load(Path file) {
    return load(file, System.getenv());
  }

  /**
   * Reads a pipeline file.
   *
   * @param variables what {@code ${NAME}} and {@code ${NAME:default}} stand for
   * @throws dev.kilter.UserError listing everything that is wrong, by line
   */
  public static PipelineConfig load(Path file, Map<String, String> variables) {
    return PipelineFile.read(file, variables);
  }
}
