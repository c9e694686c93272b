package dev.kilter.tools.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What is known of one entity: its moments, what was observed, and what detectors said. */
final class EntityHistory {
  private final Timeline timeline;
  private final Map<String, Column> observed = new LinkedHashMap<>();
  private final Map<String, DetectorHistory> detectors = new TreeMap<>();

  EntityHistory(Resolution resolution) {
    this.timeline = new Timeline(resolution);
  }

  void add(ObservedRow row) {
    int bucket = timeline.at(row.timeMillis());
    row.values()
        .forEach(
            (channel, value) ->
                observed.computeIfAbsent(channel, unseen -> timeline.line()).add(bucket, value));
  }

  void add(ScoreLine line) {
    int bucket = timeline.at(line.timeMillis());
    detectors
        .computeIfAbsent(line.detector(), unseen -> new DetectorHistory(timeline))
        .add(bucket, line);
  }

  Timeline timeline() {
    return timeline;
  }

  Map<String, Column> observed() {
    return observed;
  }

  /** By detector id. */
  Map<String, DetectorHistory> detectors() {
    return detectors;
  }
}
