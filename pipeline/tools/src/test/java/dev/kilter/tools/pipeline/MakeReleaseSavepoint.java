package dev.kilter.tools.pipeline;

import static dev.kilter.tools.pipeline.HotPumps.isHot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.embedded.EmbeddedFlink;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes what {@link ReleasedStateIT} restores, once for each release: see CONTRIBUTING.md. The
 * folder holds the pipeline file and its models, and nothing else yet.
 */
class MakeReleaseSavepoint {
  private static final int PUMPS = HotPumps.COUNT;
  private static final int DETECTORS = 2;
  private static final int HALF = 34;
  private static final int SECONDS = 76;
  private static final int HELD_BACK_SECONDS = 4;
  private static final int LATE = 8;
  private static final String REFUSED = "{\"control\": \"end-silence\", \"id\": \"nobody's\"}";

  @TempDir private Path folder;

  private final Release release = Release.of(System.getProperty("kilter.release"));
  private final List<String> control = new ArrayList<>();
  private final List<String> before = new ArrayList<>();

  @Test
  void ofTheReleaseThatIsNamed() throws Exception {
    try (ReleaseRun run = ReleaseRun.begin(release, folder)) {
      keepSavepoint(runUntilTheMiddle(run));
    }
    release.keep("control", control);
    release.keep("before", before);
    release.keep("after", IntStream.range(HALF, SECONDS).boxed().flatMap(this::second).toList());
    release.keep("scores", List.of(String.valueOf(scoresBehind())));
    goOn();
  }

  private String runUntilTheMiddle(ReleaseRun run) throws Exception {
    say(
        run,
        "{\"control\": \"silence\", \"id\": \"s-1\", \"entities\": \"pump-2\", \"reason\":"
            + " \"seal\", \"by\": \"ana\", \"from\": \"1970-01-01T00:00:00Z\", \"until\":"
            + " \"2190-01-01T00:00:00Z\"}");
    try (EmbeddedFlink flink = run.start(1, "heap", null)) {
      run.topics().read("dead-letters", 1);
      tell(run, IntStream.range(0, HALF).boxed().flatMap(this::second).toList());
      run.topics().read("scores", DETECTORS * PUMPS * (HALF - HELD_BACK_SECONDS));
      tell(run, IntStream.range(0, LATE).mapToObj(this::late).toList());
      say(run, verdict(run, "pump-0", "new-normal", 29));
      run.topics().read("dead-letters", 2);
      say(run, verdict(run, "pump-1", "false-alarm", 50));
      run.topics().read("dead-letters", 3);
      return flink.stopWithSavepoint(folder.resolve("savepoints").toUri().toString());
    }
  }

  /** Behind it something that is refused: so it shows when it was heard. */
  private void say(ReleaseRun run, String message) throws Exception {
    List<String> lines = List.of(message, REFUSED);
    control.addAll(lines);
    run.write("control", lines);
  }

  private void tell(ReleaseRun run, List<String> events) throws Exception {
    before.addAll(events);
    run.write("events", events);
  }

  private static String verdict(ReleaseRun run, String pump, String verdict, int second) {
    Pattern incident =
        Pattern.compile("\"incident\":\"(\\w+)\".*\"detector\":\"windows\",\"entity\":\"" + pump);
    String id =
        run.all("alerts").stream()
            .map(incident::matcher)
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .findFirst()
            .orElseThrow();
    return ("{\"control\": \"feedback\", \"incident\": \"%s\", \"entity\": \"%s\", \"detector\":"
            + " \"windows\", \"verdict\": \"%s\", \"by\": \"ana\", \"from\":"
            + " \"1970-01-01T00:00:%dZ\"}")
        .formatted(id, pump, verdict, second);
  }

  private Stream<String> second(int second) {
    return IntStream.range(0, PUMPS)
        .mapToObj(
            pump -> {
              boolean shaking = pump == 3 && second >= 29 && second < 36;
              return event(pump, second * 1_000, isHot(pump, second) ? 9 : 0.5, shaking ? 99 : 0.5);
            });
  }

  private String late(int number) {
    return event(0, 5_500 + 1_000 * number, 9, 0.5);
  }

  private static String event(int pump, int millis, double temperature, double vibration) {
    return "{\"entity\":\"pump-%d\",\"time\":%d,\"values\":{\"temperature\":%s,\"vibration\":%s}}"
        .formatted(pump, millis, temperature, vibration);
  }

  private static int scoresBehind() {
    return DETECTORS * (PUMPS * (SECONDS - HALF) + LATE);
  }

  private void keepSavepoint(String savepoint) throws Exception {
    Files.createDirectories(release.savepoint());
    try (Stream<Path> files = Files.list(Path.of(URI.create(savepoint)))) {
      for (Path file : files.toList()) {
        Files.copy(file, release.savepoint().resolve(file.getFileName()));
      }
    }
  }

  /** What is told from there on: the same, whoever does it again. */
  private void goOn() throws Exception {
    try (ReleaseRun run = ReleaseRun.begin(release, folder.resolve("again"))) {
      run.write("control", control);
      run.write("events", before);
      run.write("events", release.lines("after"));
      String savepoint = release.savepoint().toAbsolutePath().toString();
      try (EmbeddedFlink flink = run.start(1, "heap", savepoint)) {
        run.topics().read("scores", scoresBehind());
        flink.stopWithSavepoint(folder.resolve("ends").toUri().toString());
      }
      for (String topic : Release.TOLD) {
        assertThat(run.all(topic)).as(topic).isNotEmpty();
        release.keep(topic, Release.comparable(run.all(topic)));
      }
    }
  }
}
