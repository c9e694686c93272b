package dev.kilter.tools.tail;

import dev.kilter.UserError;
import dev.kilter.alert.Severity;
import dev.kilter.event.EntityPattern;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.job.config.PipelineConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that say which messages are shown. */
final class FilterOptions {
  private static final List<String> STATUSES = List.of("open", "flapping", "closed");

  @Option(
      names = "--entity",
      paramLabel = "PATTERN",
      description = "Only of these entities, such as 'pump-*'; may be given again.")
  private List<String> entities = new ArrayList<>();

  @Option(
      names = "--severity",
      paramLabel = "SEVERITY",
      description = "Only alerts at least so severe: minor, major or critical.")
  private String severity;

  @Option(
      names = "--detector",
      paramLabel = "ID",
      description = "Only of this detector; may be given again.")
  private Set<String> detectors = new LinkedHashSet<>();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      description = "Only alerts with this status: open, flapping, closed, or some of them.")
  private Set<String> statuses = new LinkedHashSet<>();

  @Option(
      names = "--health",
      negatable = true,
      fallbackValue = "true",
      description =
          "Also, or not, what stands in the way of judging. Without it: where the pipeline has a"
              + " health topic, and neither --severity nor --status asks for alerts.")
  private Boolean health;

  @Option(
      names = "--groups",
      negatable = true,
      fallbackValue = "true",
      description =
          "Also, or not, messages about groups of incidents. Without it: where the pipeline has a"
              + " groups topic.")
  private Boolean groups;

  /** What is wanted; an error says what cannot be. */
  Wanted wanted() {
    for (String status : statuses) {
      if (!STATUSES.contains(status)) {
        throw new UserError("--status is " + status + "; it must be one of " + STATUSES + ".");
      }
    }
    return new Wanted(
        entities.stream().map(EntityPattern::of).toList(), detectors, least(), statuses);
  }

  /** Whether health messages are to be shown, too; an error where there are none. */
  boolean withHealth(PipelineConfig config) {
    boolean hasTopic = config.kafka().health() != null;
    if (health != null && health && !hasTopic) {
      throw new UserError(
          "--health: the pipeline file names no topic for health; add kafka.health to it, or leave"
              + " --health out.");
    }
    return health == null ? hasTopic && severity == null && statuses.isEmpty() : health;
  }

  /** Whether messages about groups are to be shown, too; an error where there are none. */
  boolean withGroups(PipelineConfig config) {
    boolean hasTopic = config.kafka().groups() != null;
    if (groups != null && groups && !hasTopic) {
      throw new UserError(
          "--groups: the pipeline file names no topic for groups; add kafka.groups to it, or leave"
              + " --groups out.");
    }
    return groups == null ? hasTopic : groups;
  }

  /** Detectors that are asked for and that the pipeline file has not. */
  List<String> unknownDetectors(PipelineConfig config) {
    List<String> known = config.detectors().stream().map(DetectorConfig::id).toList();
    return detectors.stream().filter(detector -> !known.contains(detector)).toList();
  }

  private Severity least() {
    if (severity == null) {
      return Severity.MINOR;
    }
    return Stream.of(Severity.values())
        .filter(each -> each.label().equals(severity))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "--severity is " + severity + "; it must be one of [minor, major, critical]."));
  }
}
