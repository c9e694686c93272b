package dev.kilter.tools.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes recordings and reads them again, errors included. */
final class RecordingFiles {
  static final Duration AN_HOUR = Duration.ofHours(1);

  private RecordingFiles() {}

  static Path write(Path file, List<RecordedEvent> events) {
    RecordingHeader header = new RecordingHeader(Instant.EPOCH, null, Map.of(0, 5L, 3, 1L));
    try (RecordingWriter writer = RecordingWriter.create(file, header)) {
      events.forEach(writer::write);
    }
    return file;
  }

  static List<RecordedEvent> read(Path file) {
    Reading reading = readUntilWrong(file, AN_HOUR);
    assertThat(reading.error()).isNull();
    return reading.events();
  }

  /** What came out, and the error that ended it or null. */
  static Reading readUntilWrong(Path file, Duration lateness) {
    List<RecordedEvent> events = new ArrayList<>();
    try (EventReader reader = Recordings.open(file, lateness)) {
      reader.forEachRemaining(events::add);
      return new Reading(events, null);
    } catch (UserError e) {
      return new Reading(events, e.getMessage());
    }
  }

  /** The events of a file and its error. */
  record Reading(List<RecordedEvent> events, String error) {}
}
