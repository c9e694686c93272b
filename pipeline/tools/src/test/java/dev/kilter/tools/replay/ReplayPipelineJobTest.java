package dev.kilter.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.embedded.ScratchFolder;
import dev.kilter.tools.recording.csv.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pipeline over recordings, on a mini-cluster. */
class ReplayPipelineJobTest {
  private static final int PUMPS = 5;
  private static final int SECONDS = 200;
  private static final int LATENESS_SECONDS = 3;

  @TempDir private Path folder;

  @Test
  void aHotPumpIsAnIncidentAndEveryRowIsJudged() throws Exception {
    ReplayResult result = replay("plain", 1, recording("events.jsonl", events()));

    assertThat(result.rows()).isEqualTo(PUMPS * SECONDS);
    assertThat(result.scores()).isEqualTo(PUMPS * SECONDS);
    assertThat(result.deadLetters()).isZero();
    List<String> alerts = Files.readAllLines(result.folder().resolve("alerts.jsonl"));
    assertThat(alerts).hasSize(3 * PUMPS).isSortedAccordingTo(Comparator.comparing(this::time));
    assertThat(alerts.get(0))
        .contains("\"revision\":1,\"status\":\"open\"", "\"entity\":\"pump-0\"");
    assertThat(Files.readAllLines(result.folder().resolve("rows.jsonl")))
        .first()
        .isEqualTo(
            "{\"entity\":\"pump-0\",\"time\":\"1970-01-01T00:00:00Z\","
                + "\"values\":{\"temperature\":0.5,\"vibration\":0.5}}");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void everyResultFileIsTheSameAtEveryParallelismAndOrderWithinTheLateness(int parallelism)
      throws Exception {
    ReplayResult expected = replay("in-order", 1, recording("in-order.jsonl", events()));
    List<Timed> shuffled = shuffled(new Random(parallelism));
    assertThat(shuffled).isNotEqualTo(events());

    ReplayResult actual = replay("shuffled", parallelism, recording("shuffled.jsonl.gz", shuffled));

    for (String file : List.of("scores.jsonl", "rows.jsonl", "groups.jsonl")) {
      assertThat(actual.folder().resolve(file))
          .hasSameBinaryContentAs(expected.folder().resolve(file));
    }
    assertThat(withoutOffsets(actual)).isNotEmpty().isEqualTo(withoutOffsets(expected));
  }

  @Test
  void pumpsThatAreHotTogetherAreAGroup() throws Exception {
    ReplayResult result = replay("together", 2, recording("events.jsonl", events()));

    List<String> groups = Files.readAllLines(result.folder().resolve("groups.jsonl"));
    assertThat(result.groups()).isEqualTo(groups.size()).isEqualTo(4);
    assertThat(groups).first().asString().contains("\"revision\":1,\"status\":\"open\"");
    assertThat(groups)
        .last()
        .asString()
        .contains(
            "\"revision\":4,\"status\":\"closed\"",
            "\"summary\":\"5 entities of pumps within 12 s");
  }

  @Test
  void severalFilesAreOneStream() throws Exception {
    ReplayResult expected = replay("one", 2, recording("all.jsonl", events()));
    List<Timed> odd = events().stream().filter(event -> event.pump % 2 == 1).toList();
    List<Timed> even = events().stream().filter(event -> event.pump % 2 == 0).toList();

    ReplayResult actual =
        replay("two", 2, recording("odd.jsonl", odd), recording("even.jsonl.gz", even));

    assertThat(actual.folder().resolve("scores.jsonl"))
        .hasSameBinaryContentAs(expected.folder().resolve("scores.jsonl"));
    assertThat(withoutOffsets(actual)).isEqualTo(withoutOffsets(expected));
  }

  @Test
  void whatIsNoEventIsADeadLetterWithItsPlace() throws Exception {
    List<Timed> events = new ArrayList<>(events());
    events.add(10, new Timed(0, 0, "{\"entity\":\"pump-0\",\"time\":0,\"values\":{}}"));

    ReplayResult result = replay("dirty", 2, recording("dirty.jsonl", events));

    assertThat(result.scores()).isEqualTo(PUMPS * SECONDS);
    assertThat(Files.readAllLines(result.folder().resolve("dead-letters.jsonl")))
        .singleElement()
        .asString()
        .contains("\"topic\":\"dirty\"", "\"offset\":10", "\"reason\":\"not-an-event\"");
  }

  @Test
  void aLineMayHoldSeveralReadings() throws Exception {
    ReplayResult expected = replay("alone", 1, recording("alone.jsonl", events()));
    List<Timed> all = events();
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < all.size(); from += PUMPS) {
      lines.add(
          all.subList(from, from + PUMPS).stream()
              .map(event -> event.json)
              .collect(Collectors.joining(",", "[", "]")));
    }

    ReplayResult actual =
        replay("together", 2, RecordedLines.write(folder.resolve("together.jsonl"), lines));

    assertThat(actual.folder().resolve("scores.jsonl"))
        .hasSameBinaryContentAs(expected.folder().resolve("scores.jsonl"));
    assertThat(withoutOffsets(actual)).isEqualTo(withoutOffsets(expected));
  }

  @Test
  void aRecordingThatIsCutOffLeavesNoResults() throws IOException {
    Path whole = recording("whole.jsonl.gz", events());
    Path cut = folder.resolve("cut.jsonl.gz");
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> replay("cut", 1, cut))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cut.jsonl.gz:");
    assertThat(folder.resolve("cut/alerts.jsonl")).doesNotExist();
  }

  private ReplayResult replay(String name, int parallelism, Path... files) throws Exception {
    PipelineConfig config =
        PipelineConfig.load(
            Path.of("src/test/resources/two-channels.yaml"),
            Map.of(
                "KAFKA_BOOTSTRAP", "unused:1",
                "PREFIX", "it",
                "CHECKPOINT_DIR", folder.toUri().toString()));
    List<String> paths = List.of(files).stream().map(Path::toString).toList();
    try (ScratchFolder scratch = ScratchFolder.create("kilter-replay-test-")) {
      return new ReplayPipeline(PipelinePlan.resolve(config), null, parallelism, scratch)
          .run(
              new RecordedFiles(paths, null, Part.ALL, Duration.ofHours(1)),
              Files.createDirectories(folder.resolve(name)),
              () -> {});
    }
  }

  private Path recording(String name, List<Timed> events) throws IOException {
    return RecordedLines.write(
        folder.resolve(name), events.stream().map(event -> event.json).toList());
  }

  /** Every pump is hot for 20 s, each 3 s after the one before. */
  private static List<Timed> events() {
    List<Timed> events = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      for (int pump = 0; pump < PUMPS; pump++) {
        boolean hot = second >= 40 + 3 * pump && second < 60 + 3 * pump;
        events.add(
            new Timed(
                second,
                pump,
                "{\"entity\":\"pump-%d\",\"time\":%d,\"values\":{\"temperature\":%s,\"vibration\":0.5}}"
                    .formatted(pump, second * 1_000, hot ? "9" : "0.5")));
      }
    }
    return events;
  }

  private static List<Timed> shuffled(Random random) {
    record Arrival(double at, Timed event) {}
    return events().stream()
        .map(event -> new Arrival(event.second + random.nextDouble() * LATENESS_SECONDS, event))
        .sorted(Comparator.comparingDouble(Arrival::at))
        .map(Arrival::event)
        .toList();
  }

  private static List<String> withoutOffsets(ReplayResult result) throws IOException {
    return Files.readAllLines(result.folder().resolve("alerts.jsonl")).stream()
        .map(line -> line.replaceAll("\"offsets\":\\{[^}]*}", ""))
        .toList();
  }

  private String time(String alert) {
    return alert.replaceAll(".*\"time\":\"([^\"]*)\".*", "$1");
  }

  private record Timed(int second, int pump, String json) {}
}
