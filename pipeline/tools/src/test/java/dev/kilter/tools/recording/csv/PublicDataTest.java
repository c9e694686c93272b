package dev.kilter.tools.recording.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.PublicData;
import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.recording.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads public data sets by the mappings of the examples; skipped where they are not there. */
class PublicDataTest {
  private static final Path TOOLS = Path.of("").toAbsolutePath();

  @ParameterizedTest
  @CsvSource({
    "asd, ASD/omi-1_train.csv.gz, omi-1, 8640, channel-19, 0, 0",
    "asd, ASD/omi-1_test.csv.gz, omi-1, 4320, channel-19, 7, 0",
    "smd, SMD/machine-1-6_test.csv.gz, machine-1-6, 23689, channel-38, 30, 0",
    "skab, SKAB/valve1/1.csv, valve1/1, 1145, flow, 1, 400",
    "skab, SKAB/anomaly-free/anomaly-free.csv, anomaly-free/anomaly-free, 9405, flow, 0, 400",
    "nab, NAB/data/realKnownCause/machine_temperature_system_failure.csv,"
        + "machine_temperature_system_failure, 22695, value, 4, 750",
    "nab, NAB/data/realKnownCause/rogue_agent_key_hold.csv, rogue_agent_key_hold, 1882, value, 2, 282",
  })
  void everySetIsReadWhole(
      String mapping, String name, String entity, int rows, String last, int labels, int training) {
    Path file = PublicData.file(name);
    CsvFiles files =
        new CsvFiles(CsvMapping.read(TOOLS.resolve("examples/recordings/" + mapping + ".yaml")));
    List<RecordedEvent> events = read(files, file, Part.ALL);

    assertThat(events).hasSize(rows);
    assertThat(new String(events.get(rows - 1).value(), StandardCharsets.UTF_8))
        .startsWith("{\"entity\":\"" + entity + "\",\"time\":\"20")
        .contains("\"" + last + "\":");
    assertThat(files.labels(file, Part.ALL)).hasSize(labels);
    assertThat(read(files, file, Part.TRAINING)).hasSize(training);
  }

  private static List<RecordedEvent> read(CsvFiles files, Path file, Part part) {
    List<RecordedEvent> events = new ArrayList<>();
    try (EventReader reader = files.open(file, part, Duration.ofHours(1))) {
      reader.forEachRemaining(events::add);
    }
    return events;
  }
}
