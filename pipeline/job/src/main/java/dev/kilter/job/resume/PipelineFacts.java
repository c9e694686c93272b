package dev.kilter.job.resume;

import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.KafkaConfig;
import dev.kilter.job.config.PipelineConfig;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a savepoint says of the pipeline file that it was made under.
 *
 * @param kilter who made it
 * @param name the pipeline's name
 * @param delivery how often a message may come
 * @param backend what kept its state, as Flink calls it, or null where that is not known yet
 * @param topics the topics, by their keys in the pipeline file
 * @param channels the channels, in the order in which values are kept
 * @param detectors the detectors
 */
public record PipelineFacts(
    BuildFacts kilter,
    String name,
    String delivery,
    String backend,
    Map<String, String> topics,
    List<String> channels,
    List<DetectorFacts> detectors)
    implements Serializable {
  /** The key of the topic whose place is state. */
  static final String EVENTS = "events";

  /** The key of the other topic whose place is state. */
  static final String CONTROL = "control";

  /** The key of the topic of messages about groups, which are state. */
  static final String GROUPS = "groups";

  /** What this build says of a pipeline. */
  public static PipelineFacts of(PipelinePlan plan) {
    PipelineConfig config = plan.config();
    return new PipelineFacts(
        BuildFacts.current(),
        config.name(),
        config.delivery().guarantee().label(),
        null,
        topics(config.kafka()),
        config.events().channelNames(),
        plan.detectors().stream().map(DetectorFacts::of).toList());
  }

  private static SortedMap<String, String> topics(KafkaConfig kafka) {
    SortedMap<String, String> topics = new TreeMap<>();
    topics.put(EVENTS, kafka.events());
    topics.put("alerts", kafka.alerts());
    topics.put("dead-letters", kafka.deadLetters());
    topics.put("scores", kafka.scores());
    topics.put("health", kafka.health());
    topics.put("late", kafka.late());
    topics.put(GROUPS, kafka.groups());
    topics.put(CONTROL, kafka.control());
    topics.put("feedback", kafka.feedback());
    topics.values().removeIf(Objects::isNull);
    return topics;
  }

  /** The same, and what keeps the state is known. */
  public PipelineFacts keptBy(String stateBackend) {
    return new PipelineFacts(kilter, name, delivery, stateBackend, topics, channels, detectors);
  }

  /**
   * Where each of the channels stands among those of another file; -1 where it is new.
   *
   * @param before the other file's channels
   */
  public int[] placesAmong(List<String> before) {
    return channels.stream().mapToInt(before::indexOf).toArray();
  }
}
