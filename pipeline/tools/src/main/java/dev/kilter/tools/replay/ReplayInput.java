package dev.kilter.tools.replay;

import dev.kilter.job.config.EventFormat;
import dev.kilter.job.config.PipelineConfig;
import java.io.Serializable;

/**
 * What a replay reads and how events are told from it. Plain data, since it travels in the job.
 *
 * @param files the recordings
 * @param format the pipeline's event format
 * @param maxAheadMillis how far an event may be ahead of its Kafka timestamp
 */
record ReplayInput(RecordedFiles files, EventFormat format, long maxAheadMillis)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** These files, as this pipeline reads them. */
  static ReplayInput of(PipelineConfig pipeline, RecordedFiles files) {
    return new ReplayInput(files, pipeline.events(), pipeline.time().maxAhead().toMillis());
  }
}
