package dev.kilter.tools.replay;

import dev.kilter.UserError;
import dev.kilter.event.RecordPosition;
import dev.kilter.event.SourceRecord;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.control.ControlReader;
import dev.kilter.job.control.DecodedControl;
import dev.kilter.job.control.HeardControl;
import dev.kilter.job.decode.Rejection;
import dev.kilter.tools.recording.LineReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what people said while events were recorded: control messages, a line each. */
final class ControlFile {
  private static final long NO_TIMESTAMP = -1;

  private ControlFile() {}

  /**
   * Reads it.
   *
   * @throws UserError naming the first line that is no message for this pipeline
   */
  static List<DecodedControl> read(Path file, PipelineConfig pipeline) {
    ControlReader reader =
        new ControlReader(pipeline.detectors().stream().map(DetectorConfig::id).toList());
    List<DecodedControl> messages = new ArrayList<>();
    try (LineReader lines = new LineReader(file)) {
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        messages.add(heard(reader, file, line.get(), messages.size(), lines.place().toString()));
      }
    }
    return messages;
  }

  private static DecodedControl heard(
      ControlReader reader, Path file, byte[] line, int number, String place) {
    try {
      return new HeardControl(
          reader.read(line, NO_TIMESTAMP),
          new SourceRecord(
              new RecordPosition(file.getFileName().toString(), 0, number),
              NO_TIMESTAMP,
              null,
              line));
    } catch (Rejection e) {
      throw new UserError(place + ": " + e.getMessage() + ".", e);
    }
  }
}
