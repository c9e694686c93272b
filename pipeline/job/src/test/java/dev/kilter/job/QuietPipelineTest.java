package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Alert;
import dev.kilter.alert.Watch;
import dev.kilter.score.Score;
import dev.kilter.sequence.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quiet times of a pipeline file, where its detectors judge. */
class QuietPipelineTest {
  private static final String QUIET =
      "\nquiet: [{name: work, entities: pump-1, from: 2026-01-01T00:00:00Z, for: 1h}]";

  @TempDir private Path folder;
  private Detector detector;

  @BeforeEach
  void resolve() {
    BundleStore store = new BundleStore(folder);
    store.add("flat/1");
    detector =
        PipelinePlan.resolve(FleetPipeline.config(store, folder + QUIET, "model: flat/1"))
            .detectors()
            .get(0);
  }

  @Test
  void whomAQuietTimeConcernsNothingIsToldOf() {
    assertThat(alert("pump-1", "2026-01-01T00:59:59Z")).isNull();
  }

  @Test
  void othersAndOtherTimesAreToldOf() {
    assertThat(alert("pump-2", "2026-01-01T00:59:59Z")).isNotNull();
    assertThat(alert("pump-1", "2026-01-01T01:00:00Z")).isNotNull();
  }

  private Alert alert(String entity, String time) {
    long millis = Instant.parse(time).toEpochMilli();
    float[] parts = {100, 100};
    Score score = new Score(millis, millis, 100, parts, parts, new float[2], List.of());
    return detector.judge().judge(Subject.of("pumps", entity), score, Watch.begin()).alert();
  }
}
