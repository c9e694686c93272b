package dev.kilter.tools.recording;

import dev.kilter.UserError;
import java.util.Optional;

/** The events of a recording, behind its header. */
final class RecordingLines implements EventSource {
  private final LineReader lines;
  private final RecordingHeader header;

  RecordingLines(LineReader lines, RecordingHeader header) {
    this.lines = lines;
    this.header = header;
  }

  @Override
  public Optional<RecordedEvent> read() {
    Optional<byte[]> line = lines.next();
    try {
      return line.map(bytes -> EventDecoder.decode(bytes, lines.place()));
    } catch (UserError e) {
      if (lines.isFinished()) {
        throw e;
      }
      throw new CutOff(lines.place(), "it has half a line.", e);
    }
  }

  @Override
  public Place place() {
    return lines.place();
  }

  @Override
  public double share() {
    return lines.share();
  }

  @Override
  public int partitions() {
    return header.starts().size();
  }

  @Override
  public void close() {
    lines.close();
  }
}
