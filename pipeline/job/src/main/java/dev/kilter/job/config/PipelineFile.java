package dev.kilter.job.config;

import dev.kilter.UserError;
import dev.kilter.alert.AlertPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a pipeline file into its records. */
final class PipelineFile {
  private final Path file;
  private final YamlFile yaml;
  private final YamlSection root;

  private PipelineFile(Path file, YamlFile yaml) {
    this.file = file;
    this.yaml = yaml;
    this.root = yaml.root();
  }

  /**
   * Reads and checks the whole file.
   *
   * @throws UserError listing everything that is wrong, by line
   */
  static PipelineConfig read(Path file, Map<String, String> variables) {
    return new PipelineFile(file, YamlFile.open(file, "pipeline file", variables)).read();
  }

  private PipelineConfig read() {
    StartPosition start = root.parsed("start", new StartPosition.Latest(), StartPosition::parse);
    String name = root.text("name");
    YamlSection kafkaSection = root.section("kafka");
    KafkaConfig kafka = KafkaConfig.read(kafkaSection, start);
    EventFormat events = new EventFormatReader(root).read(folder());
    TimeConfig time = TimeConfig.read(root.section("time"));
    HealthConfig health = HealthConfig.read(root.section("health"));
    CheckpointConfig checkpoints = CheckpointConfig.read(root.section("checkpoints"));
    DeliveryConfig delivery = DeliverySection.read(root, name, checkpoints.interval());
    ClientPropertyCheck.check(kafkaSection, kafka.properties(), delivery.guarantee());
    List<DetectorConfig> detectors = detectors(events.channelNames());
    List<String> detectorIds = detectors.stream().map(DetectorConfig::id).toList();
    PipelineConfig config =
        new PipelineConfig(
            name,
            kafka,
            events,
            time,
            health,
            checkpoints,
            delivery,
            detectors,
            RuntimeConfig.read(root.section("runtime"), time.maxLateness()),
            GroupRules.read(root, kafka.groups(), kafkaSection),
            QuietReader.read(root.sections("quiet"), detectorIds));
    checkForgetting(config);
    yaml.finish();
    return config;
  }

  /** What is forgotten too early would open again too early, or as another incident. */
  private void checkForgetting(PipelineConfig config) {
    for (DetectorConfig detector : config.detectors()) {
      AlertPolicy alert = detector.alert().policy();
      checkForgetting(config, detector, "cooldown", alert.cooldown());
      checkForgetting(config, detector, "reopen", alert.reopen());
      checkForgetting(config, detector, "flapping", alert.flapping().within());
    }
  }

  private void checkForgetting(
      PipelineConfig config, DetectorConfig detector, String rule, Duration remembered) {
    Duration forgetAfter = config.time().forgetAfter();
    if (forgetAfter.compareTo(remembered) < 0) {
      root.section("time")
          .wrong(
              "forget-after",
              "\"" + Durations.text(forgetAfter) + "\"",
              "at least the %s of detector %s, %s"
                  .formatted(rule, detector.id(), Durations.text(remembered)));
    }
  }

  private List<DetectorConfig> detectors(List<String> channels) {
    String models = modelStore(root.text("models", "./models/zoo"));
    List<DetectorConfig> detectors = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlSection section : root.sections("detectors")) {
      DetectorConfig detector = DetectorConfig.read(section, models, channels);
      if (!ids.add(detector.id()) && !detector.id().isEmpty()) {
        section.wrong("id", "\"" + detector.id() + "\", again", "unique in the pipeline");
      }
      detectors.add(detector);
    }
    if (detectors.isEmpty() && !root.keys().contains("detectors")) {
      root.wrong("detectors", "empty", "a list with at least one detector");
    }
    return detectors;
  }

  /** A path that names no file system is taken relative to the pipeline file. */
  private String modelStore(String models) {
    if (models.matches("[a-z][a-z0-9+.-]+:.*")) {
      return models;
    }
    return folder().resolve(models).normalize().toString();
  }

  private Path folder() {
    return file.toAbsolutePath().getParent();
  }
}
