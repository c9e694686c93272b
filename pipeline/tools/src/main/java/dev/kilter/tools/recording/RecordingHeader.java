package dev.kilter.tools.recording;

import java.time.Instant;
import java.util.Map;

/**
 * The first line of a recording.
 *
 * @param from the least Kafka timestamp asked for; null when that is not known beforehand
 * @param to the Kafka timestamp before which it ends; null when that is not known beforehand
 * @param starts by partition, the offset with which the recording begins; empty when not known
 */
public record RecordingHeader(Instant from, Instant to, Map<Integer, Long> starts) {
  /** The version of the format that is written. */
  static final int VERSION = 1;

  public RecordingHeader {
    starts = Map.copyOf(starts);
  }
}
