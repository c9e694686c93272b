package dev.kilter.tools.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What one detector said of one entity, in the buckets of the entity's timeline. */
final class DetectorHistory {
  private final Timeline timeline;
  private final Column score;
  private final Column threshold;
  private final Map<String, Column> expected = new LinkedHashMap<>();
  private final Map<String, Column> contributions = new LinkedHashMap<>();
  private final Map<String, Long> notJudged = new TreeMap<>();
  private long judged;

  DetectorHistory(Timeline timeline) {
    this.timeline = timeline;
    this.score = timeline.line();
    this.threshold = timeline.line();
  }

  void add(int bucket, ScoreLine line) {
    if (line.notJudged() != null) {
      notJudged.merge(kind(line.notJudged()), 1L, Long::sum);
      return;
    }
    judged++;
    double reached = line.judged().score();
    double limit = line.judged().threshold();
    score.add(bucket, reached);
    threshold.add(bucket, limit);
    line.expected()
        .forEach(
            (channel, value) ->
                expected.computeIfAbsent(channel, unseen -> timeline.line()).add(bucket, value));
    line.parts()
        .forEach(
            (channel, part) ->
                contributions
                    .computeIfAbsent(channel, unseen -> timeline.heat())
                    .add(bucket, part * Math.max(0, reached / limit)));
  }

  /** Reasons go into detail behind a colon. */
  private static String kind(String reason) {
    int colon = reason.indexOf(':');
    return colon < 0 ? reason : reason.substring(0, colon);
  }

  Column score() {
    return score;
  }

  Column threshold() {
    return threshold;
  }

  /** By channel; empty where the run does not tell. */
  Map<String, Column> expected() {
    return expected;
  }

  /**
   * By channel, what it alone adds to the score, in thresholds; empty where the run does not tell.
   */
  Map<String, Column> contributions() {
    return contributions;
  }

  /** How many moments were judged. */
  long judged() {
    return judged;
  }

  /** How many moments were not judged, by reason. */
  Map<String, Long> notJudged() {
    return notJudged;
  }
}
