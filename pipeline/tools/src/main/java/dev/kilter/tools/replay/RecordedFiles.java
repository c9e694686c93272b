package dev.kilter.tools.replay;

import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.recording.Label;
import dev.kilter.tools.recording.Recordings;
import dev.kilter.tools.recording.csv.CsvFiles;
import dev.kilter.tools.recording.csv.CsvMapping;
import dev.kilter.tools.recording.csv.Part;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Which files are replayed, and how they are read. Plain data, so that it can travel in a job.
 *
 * @param paths the files
 * @param mapping how to read them if they are CSV, or null
 * @param part which of their rows
 * @param lateness how far time may go back within a file
 */
public record RecordedFiles(List<String> paths, String mapping, Part part, Duration lateness)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Opens and checks all files. */
  public EventReader open() {
    if (mapping == null) {
      return Recordings.merged(files(), file -> Recordings.open(file, lateness));
    }
    CsvFiles csv = csv();
    return Recordings.merged(files(), file -> csv.open(file, part, lateness));
  }

  /** What the mapping says of when something was wrong; empty without one. */
  List<Label> labels() {
    if (mapping == null) {
      return List.of();
    }
    CsvFiles csv = csv();
    return files().stream().flatMap(file -> csv.labels(file, part).stream()).toList();
  }

  /** What the files are called, without their folders. */
  public List<String> names() {
    return files().stream().map(file -> file.getFileName().toString()).toList();
  }

  private CsvFiles csv() {
    return new CsvFiles(CsvMapping.read(Path.of(mapping)));
  }

  private List<Path> files() {
    return paths.stream().map(Path::of).toList();
  }
}
