package dev.kilter.tools.replay;

import dev.kilter.job.config.EventFormat;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.recording.Recordings;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a replay reads and how events are told from it. Plain data, since it travels in the job.
 *
 * @param files the recordings, as paths
 * @param mapping the mapping file for CSV, or null
 * @param format the pipeline's event format
 * @param maxAheadMillis how far an event may be ahead of its Kafka timestamp
 * @param latenessMillis how far back in time a recording may step
 */
record ReplayInput(
    List<String> files,
    String mapping,
    EventFormat format,
    long maxAheadMillis,
    long latenessMillis)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** These files, as this pipeline reads them. */
  static ReplayInput of(PipelineConfig pipeline, List<String> files, String mapping) {
    return new ReplayInput(
        List.copyOf(files),
        mapping,
        pipeline.events(),
        pipeline.time().maxAhead().toMillis(),
        pipeline.time().maxLateness().toMillis());
  }

  /**
   * Opens all files, merged by time.
   *
   * @throws dev.kilter.UserError when one is not as it should be
   */
  EventReader open() {
    Duration lateness = Duration.ofMillis(latenessMillis);
    return Recordings.merged(
        files.stream().map(Path::of).toList(), file -> Recordings.open(file, lateness));
  }
}
