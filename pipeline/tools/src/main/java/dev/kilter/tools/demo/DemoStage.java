package dev.kilter.tools.demo;

import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.KafkaConfig;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.CleanExit;
import dev.kilter.tools.embedded.EmbeddedBroker;
import dev.kilter.tools.embedded.EmbeddedFlink;
import dev.kilter.tools.embedded.FlinkOptions;
import dev.kilter.tools.embedded.ScratchFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the demo plays on: a broker with its topics, and the pipeline running on Flink.
 *
 * @param config the pipeline file, with this broker's address in it
 */
record DemoStage(EmbeddedBroker broker, PipelineConfig config, EmbeddedFlink pipeline) {

  /**
   * Looks at the pipeline file and its models before anything is started.
   *
   * @throws dev.kilter.UserError saying what is wrong
   */
  static void check(Path pipelineFile) {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.put("KAFKA_BOOTSTRAP", "127.0.0.1:9092");
    PipelinePlan.resolve(PipelineConfig.load(pipelineFile, variables));
  }

  static DemoStage open(CleanExit exit, DemoPlan plan, Path pipelineFile) throws Exception {
    ScratchFolder scratch = exit.closing(ScratchFolder.create("kilter-demo-"));
    EmbeddedBroker broker =
        exit.closing(EmbeddedBroker.start(new ScratchFolder(scratch.folder("kafka"))));
    PipelineConfig config = load(pipelineFile, broker.bootstrap(), scratch);
    createTopics(broker, config.kafka(), plan.partitions());
    int parallelism = Math.min(plan.partitions(), Runtime.getRuntime().availableProcessors());
    EmbeddedFlink pipeline =
        exit.closing(
            EmbeddedFlink.start(config, FlinkOptions.fresh(parallelism, scratch.folder("flink"))));
    return new DemoStage(broker, config, pipeline);
  }

  /** The consumer group with which the pipeline commits how far it is. */
  String group() {
    return "kilter-" + config.name();
  }

  private static PipelineConfig load(Path file, String bootstrap, ScratchFolder scratch) {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.put("KAFKA_BOOTSTRAP", bootstrap);
    variables.put("CHECKPOINT_INTERVAL", "1s");
    variables.put("CHECKPOINT_DIR", scratch.folder("checkpoints").toUri().toString());
    return PipelineConfig.load(file, variables);
  }

  private static void createTopics(EmbeddedBroker broker, KafkaConfig topics, int partitions) {
    broker.createTopic(topics.events(), partitions, Map.of());
    broker.createTopic(topics.alerts(), 1, Map.of());
    broker.createTopic(topics.deadLetters(), 1, Map.of());
    Stream.of(
            topics.health(), topics.groups(), topics.scores(), topics.control(), topics.feedback())
        .filter(Objects::nonNull)
        .forEach(topic -> broker.createTopic(topic, 1, Map.of()));
  }
}
