package dev.kilter.tools.recording.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.UserError;
import dev.kilter.job.config.TimeFormat;
import dev.kilter.tools.recording.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Labels in a JSON file: by the end of a data file's path a list of pairs of ISO times, the second
 * one included. Times without a zone are in that of the data, else in UTC.
 */
final class WindowsFile {
  private final Path file;
  private final Path dataFile;
  private final LabelMapping.Common common;
  private final ZoneId zone;

  WindowsFile(Path dataFile, LabelMapping.Windows mapping, TimeMapping time) {
    this.file = dataFile.toAbsolutePath().resolveSibling(mapping.file()).normalize();
    this.dataFile = dataFile;
    this.common = mapping.common();
    this.zone = time.zoneOfOthers().orElse(ZoneOffset.UTC);
  }

  /** The labels of the data file, by their beginning. */
  List<Label> labels(String entity) {
    Optional<JsonNode> windows = windows();
    if (windows.isEmpty() && common.required()) {
      throw new UserError(
          "%s has no entry for %s; it must have one, if only an empty list."
              .formatted(file, dataFile));
    }
    List<Label> labels = new ArrayList<>();
    windows.ifPresent(list -> list.forEach(window -> labels.add(label(entity, window))));
    labels.sort(Comparator.comparing(Label::from));
    return labels;
  }

  private Optional<JsonNode> windows() {
    String path = EntityMapping.slashed(dataFile);
    for (Map.Entry<String, JsonNode> entry : json().properties()) {
      if (path.endsWith("/" + entry.getKey())) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  private JsonNode json() {
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new UserError(
          "%s:%d:%d: this is not JSON: %s."
              .formatted(
                  file,
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new UserError("There is no file " + file + " that can be read; labels need it.", e);
    }
  }

  private Label label(String entity, JsonNode window) {
    try {
      Instant from = time(window.required(0).asText());
      Instant to = time(window.required(1).asText()).plusMillis(1);
      return new Label(entity, from, to, common.kind());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new UserError(
          "%s: %s of %s is no window; it must be a list of two ISO times, the earlier first."
              .formatted(file, window, dataFile),
          e);
    }
  }

  private Instant time(String text) {
    TemporalAccessor read = new TimeFormat.Iso().read(text);
    return read instanceof ZonedDateTime zoned
        ? zoned.toInstant()
        : LocalDateTime.from(read).atZone(zone).toInstant();
  }
}
