package dev.kilter.tools.notify;

import dev.kilter.UserError;
import dev.kilter.alert.Severity;
import dev.kilter.event.EntityPattern;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.job.config.PipelineConfig;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which alerts are told. */
final class ChoiceOptions {
  @Option(
      names = "--min-severity",
      paramLabel = "SEVERITY",
      defaultValue = "minor",
      converter = SeverityConverter.class,
      description =
          "Only incidents that are, or have become, this severe: minor, major or critical"
              + " (${DEFAULT-VALUE}).")
  private Severity least;

  @Option(
      names = "--detector",
      paramLabel = "ID",
      description = "Only incidents of this detector; may be given again.")
  private Set<String> detectors = new LinkedHashSet<>();

  @Option(
      names = "--entity",
      paramLabel = "PATTERN",
      description = "Only incidents of these entities, as in pump-*.")
  private String entities;

  /**
   * What is told of a pipeline.
   *
   * @param file the pipeline file, for errors
   * @throws UserError if the pipeline has no such detector
   */
  NoticeFilter filter(PipelineConfig pipeline, Path file) {
    List<String> known = pipeline.detectors().stream().map(DetectorConfig::id).toList();
    for (String detector : detectors) {
      if (!known.contains(detector)) {
        throw new UserError(
            "--detector is " + detector + "; " + file + " has " + String.join(", ", known) + ".");
      }
    }
    return new NoticeFilter(
        pipeline.name(), least, detectors, Optional.ofNullable(entities).map(EntityPattern::of));
  }

  /** For the command line. */
  static final class SeverityConverter implements ITypeConverter<Severity> {
    @Override
    public Severity convert(String text) {
      for (Severity severity : Severity.values()) {
        if (severity.label().equals(text)) {
          return severity;
        }
      }
      throw new TypeConversionException("'" + text + "' is none of minor, major and critical");
    }
  }
}
