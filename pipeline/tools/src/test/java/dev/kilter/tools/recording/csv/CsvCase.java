package dev.kilter.tools.recording.csv;

import dev.kilter.UserError;
import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.recording.Label;
import dev.kilter.tools.recording.RecordedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A folder with a mapping and CSV files. */
record CsvCase(Path folder) {
  static final String LEAST =
      """
      time: {column: time}
      entity: {constant: pump}
      channels: {columns: {a: alpha}}
      """;

  CsvCase mapping(String yaml) throws IOException {
    file("mapping.yaml", yaml);
    return this;
  }

  Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  CsvFiles files() {
    return new CsvFiles(CsvMapping.read(folder.resolve("mapping.yaml")));
  }

  /** The payloads, and after them the error if there was one, its file without the folder. */
  List<String> read(String name, Part part) {
    List<String> out = new ArrayList<>();
    try (EventReader events = files().open(folder.resolve(name), part, Duration.ZERO)) {
      while (events.hasNext()) {
        out.add(payload(events.next()));
      }
    } catch (UserError e) {
      out.add(e.getMessage().replace(folder + "/", ""));
    }
    return out;
  }

  List<String> read(String text) throws IOException {
    file("a.csv", text);
    return read("a.csv", Part.ALL);
  }

  /** Labels as "entity from to kind". */
  List<String> labels(String name, Part part) {
    return files().labels(folder.resolve(name), part).stream().map(CsvCase::shown).toList();
  }

  static String shown(Label label) {
    return label.entity() + " " + label.from() + " " + label.to() + " " + label.kind();
  }

  private static String payload(RecordedEvent event) {
    return new String(event.value(), StandardCharsets.UTF_8);
  }
}
