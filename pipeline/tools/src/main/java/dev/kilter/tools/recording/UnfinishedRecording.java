package dev.kilter.tools.recording;

import dev.kilter.UserError;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A recording that is to go on: how far it has come in each partition, and its end mended. What
 * stands behind its last whole line, in whatever block was never finished, is cut away.
 */
public final class UnfinishedRecording {
  private final Path file;
  private final String topic;
  private final Map<Integer, Long> next = new HashMap<>();
  private Optional<RecordingHeader> header = Optional.empty();
  private long wholeLines;
  private long wholeBytes;

  private UnfinishedRecording(Path file, String topic) {
    this.file = file;
    this.topic = topic;
  }

  /**
   * Reads a recording of a topic and mends its end.
   *
   * @return empty if not even its header is whole, so that there is nothing to go on from
   * @throws UserError if it is no such recording, or damaged before its end
   */
  public static Optional<UnfinishedRecording> mend(Path file, String topic) {
    UnfinishedRecording recording = new UnfinishedRecording(file, topic);
    if (!recording.isWhole() && recording.header.isPresent()) {
      recording.cut();
    }
    return recording.header.map(any -> recording);
  }

  public RecordingHeader header() {
    return header.orElseThrow();
  }

  /** By partition, the offset after its last event; absent where it has none. */
  public Map<Integer, Long> next() {
    return Map.copyOf(next);
  }

  /** How many events it holds. */
  public long events() {
    return wholeLines - 1;
  }

  private boolean isWhole() {
    try (LineReader lines = new LineReader(file)) {
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!lines.isFinished()) {
          requireOurs(line.get(), lines.place());
          return false;
        }
        take(line.get(), lines.place());
        wholeLines++;
        wholeBytes += line.get().length + 1;
      }
      return true;
    } catch (CutOff e) {
      return false;
    }
  }

  private void take(byte[] line, Place place) {
    if (wholeLines == 0) {
      header = Optional.of(HeaderJson.decode(line, place));
      return;
    }
    RecordedEvent event = EventDecoder.decode(line, place);
    if (!event.topic().equals(topic)) {
      throw place.error(
          "this recording is of topic %s; topic %s needs another file."
              .formatted(event.topic(), topic));
    }
    next.merge(event.partition(), event.offset() + 1, Math::max);
  }

  /** A file that is not a recording at all is not to be written over. */
  private void requireOurs(byte[] line, Place place) {
    String beginning = new String(line, StandardCharsets.UTF_8);
    if (wholeLines == 0
        && !beginning.startsWith(HeaderJson.BEGINNING)
        && !HeaderJson.BEGINNING.startsWith(beginning)) {
      throw place.error("this is no recording that could go on.");
    }
  }

  private void cut() {
    try {
      if (Compression.of(file) == Compression.NONE) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(wholeBytes);
        }
      } else {
        packAgain();
      }
    } catch (IOException e) {
      throw new UserError("Mending " + file + " failed: " + e.getMessage() + ".", e);
    }
  }

  private void packAgain() throws IOException {
    Path mended = file.resolveSibling(file.getFileName() + ".mended");
    try (OutputStream packed = Compression.of(file).write(mended, false);
        OutputStream bytes = new BufferedOutputStream(packed);
        LineReader lines = new LineReader(file)) {
      for (long line = 0; line < wholeLines; line++) {
        bytes.write(lines.next().orElseThrow());
        bytes.write('\n');
      }
    }
    Files.move(mended, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
