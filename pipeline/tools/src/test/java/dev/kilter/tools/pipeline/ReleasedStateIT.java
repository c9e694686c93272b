package dev.kilter.tools.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.PipelinePlan;
import dev.kilter.job.resume.Outcome;
import dev.kilter.job.resume.PipelineFacts;
import dev.kilter.job.resume.Restoration;
import dev.kilter.job.resume.Savepoint;
import dev.kilter.tools.embedded.EmbeddedFlink;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** State outlives releases: this build goes on from the savepoint of each of them. */
class ReleasedStateIT {
  @TempDir private Path folder;

  static List<Release> releases() throws Exception {
    return Release.all();
  }

  static Stream<Arguments> everywhere() throws Exception {
    return releases().stream()
        .flatMap(
            release -> Stream.of(Arguments.of(release, "heap"), Arguments.of(release, "rocksdb")));
  }

  @ParameterizedTest
  @MethodSource("releases")
  void allThatWasKeptIsKept(Release release) throws Exception {
    PipelinePlan plan = PipelinePlan.resolve(release.config("localhost:1", folder, "heap"));
    Savepoint savepoint = Savepoint.read(release.savepoint().toString());

    assertThat(Restoration.of(savepoint, PipelineFacts.of(plan), "hashmap").fates())
        .allMatch(fate -> fate.outcome() == Outcome.KEPT);
    assertThat(savepoint.facts().kilter().version()).startsWith(release.toString());
    assertThat(savepoint.facts().kilter().formats()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void theSameIsToldFromThereOn(Release release, String state) throws Exception {
    try (ReleaseRun run = ReleaseRun.begin(release, folder)) {
      run.write("control", release.lines("control"));
      run.write("events", release.lines("before"));
      run.write("events", release.lines("after"));
      String savepoint = release.savepoint().toAbsolutePath().toString();
      try (EmbeddedFlink flink = run.start(2, state, savepoint)) {
        run.topics().read("scores", Integer.parseInt(release.lines("scores").get(0)));
        flink.stopWithSavepoint(folder.resolve("savepoints").toUri().toString());
      }
      for (String topic : Release.TOLD) {
        assertThat(Release.comparable(run.all(topic)))
            .as(topic)
            .isEqualTo(release.lines(topic))
            .isNotEmpty();
      }
    }
  }
}
