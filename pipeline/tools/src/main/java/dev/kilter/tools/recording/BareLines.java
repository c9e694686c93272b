package dev.kilter.tools.recording;

import java.util.List;
import java.util.Optional;

/**
 * Payloads without header, one a line: partition 0, the offset one less than the line, no Kafka
 * timestamp, no key. What they say is not looked at; a blank line is none.
 */
final class BareLines implements EventSource {
  private final LineReader lines;
  private final String topic;
  private Optional<byte[]> first;

  BareLines(LineReader lines, byte[] first, String topic) {
    this.lines = lines;
    this.topic = topic;
    this.first = Optional.of(first);
  }

  @Override
  public Optional<RecordedEvent> read() {
    for (Optional<byte[]> line = next(); line.isPresent(); line = next()) {
      if (line.get().length > 0) {
        return line.map(this::event);
      }
    }
    return Optional.empty();
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
    return 0;
  }

  @Override
  public void close() {
    lines.close();
  }

  private Optional<byte[]> next() {
    if (first.isEmpty()) {
      return lines.next();
    }
    Optional<byte[]> line = first;
    first = Optional.empty();
    return line;
  }

  private RecordedEvent event(byte[] line) {
    if (!lines.isFinished() && !Payload.isWhole(line)) {
      throw new CutOff(lines.place(), "it has half a line.", null);
    }
    return new RecordedEvent(
        topic, 0, place().line() - 1, RecordedEvent.NO_TIME, null, List.of(), line);
  }
}
