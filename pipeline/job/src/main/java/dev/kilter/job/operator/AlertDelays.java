package dev.kilter.job.operator;

import dev.kilter.job.Detector;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far an alert's time may be behind event time when it comes.
 *
 * @param byDetector each detector's delay in milliseconds, by its id
 * @param longestMillis the longest of them
 */
record AlertDelays(Map<String, Long> byDetector, long longestMillis) implements Serializable {

  static AlertDelays of(List<Detector> detectors) {
    Map<String, Long> delays =
        detectors.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Detector::id, detector -> detector.sequences().shape().longestDelayMillis()));
    return new AlertDelays(
        delays, delays.values().stream().mapToLong(Long::longValue).max().orElse(0));
  }

  /** That of a detector; of one that is not there, or of any, the longest. */
  long of(String detector) {
    return byDetector.getOrDefault(detector, longestMillis);
  }
}
