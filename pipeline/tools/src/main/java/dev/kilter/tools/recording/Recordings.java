package dev.kilter.tools.recording;

import dev.kilter.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Opens files of events: recordings and bare events are told apart by the first line. */
public final class Recordings {
  private Recordings() {}

  /**
   * Opens a recording or a file of bare events.
   *
   * @param lateness how far an event may lie before the newest one read so far
   * @throws UserError if it is neither, or a recording of another version
   */
  public static EventReader open(Path file, Duration lateness) {
    LineReader lines = new LineReader(file);
    try {
      return new FileEvents(source(file, lines), lateness);
    } catch (RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  /** Opens several files, merged by time. Each is opened and checked before an event comes out. */
  public static EventReader merged(List<Path> files, Function<Path, EventReader> open) {
    List<EventReader> readers = new ArrayList<>();
    try {
      files.forEach(file -> readers.add(open.apply(file)));
    } catch (RuntimeException e) {
      readers.forEach(EventReader::close);
      throw e;
    }
    return readers.size() == 1 ? readers.get(0) : new MergedEvents(readers);
  }

  private static EventSource source(Path file, LineReader lines) {
    byte[] first =
        lines.next().orElseThrow(() -> new UserError(file + " is empty: it holds no events."));
    if (HeaderJson.isHeader(first)) {
      return new RecordingLines(lines, header(first, lines));
    }
    if (!Payload.isWhole(first) && lines.isFinished()) {
      throw lines
          .place()
          .error(
              "this is neither the header of a recording nor a JSON event; a CSV file needs a mapping.");
    }
    return new BareLines(lines, first, Compression.plainName(file));
  }

  /** The header of a recording. */
  static RecordingHeader header(byte[] first, LineReader lines) {
    if (!lines.isFinished()) {
      throw new CutOff(lines.place(), "its header is not whole.", null);
    }
    return HeaderJson.decode(first, lines.place());
  }
}
