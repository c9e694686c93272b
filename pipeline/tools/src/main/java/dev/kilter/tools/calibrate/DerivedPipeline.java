package dev.kilter.tools.calibrate;

import dev.kilter.job.config.Durations;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.onnx.ModelContract;
import dev.kilter.onnx.RowContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The pipeline file that a model's channels come to where the user gives none: Kilter's own events
 * and nothing but defaults.
 *
 * @param rows the model's channels and period
 */
record DerivedPipeline(RowContract rows) {
  private static final Duration USUAL_GAP = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int PERIODS_IN_A_GAP = 3;

  /** Reads it as any other, for one way to the defaults. */
  PipelineConfig in(Path folder) {
    try {
      Path file = Files.writeString(folder.resolve("derived.yaml"), text());
      return PipelineConfig.load(file, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  private String text() {
    StringBuilder yaml = new StringBuilder(300);
    yaml.append("name: calibrate\nkafka: {bootstrap: \"none:1\", events: recording, alerts: none,");
    yaml.append(" dead-letters: none}\nchannels:\n");
    for (ModelContract.Channel channel : rows.channels()) {
      yaml.append("  ").append(quoted(channel.name())).append(": {unit: ");
      yaml.append(quoted(channel.unit())).append("}\n");
    }
    return yaml.append(time()).append("detectors: []\n").toString();
  }

  /** Where cells are wide, the usual gap would be shorter than one. */
  private String time() {
    Duration gap = Duration.ofMillis(rows.periodMillis()).multipliedBy(PERIODS_IN_A_GAP);
    if (gap.compareTo(USUAL_GAP) <= 0) {
      return "";
    }
    Duration forget = gap.compareTo(LONGEST) < 0 ? LONGEST : gap;
    return "time: {max-gap: %s, forget-after: %s}\n"
        .formatted(Durations.text(gap), Durations.text(forget));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
