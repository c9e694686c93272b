package dev.kilter.tools.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one detector said of one entity, in the buckets of the entity's timeline. */
final class DetectorHistory {
  private final Timeline timeline;
  private final Column score;
  private final Column threshold;
  private final Map<String, Column> expected = new LinkedHashMap<>();
  private final Map<String, Column> contributions = new LinkedHashMap<>();
  private final NotJudged notJudged = new NotJudged();

  DetectorHistory(Timeline timeline) {
    this.timeline = timeline;
    this.score = timeline.line();
    this.threshold = timeline.line();
  }

  void add(int bucket, ScoreLine line) {
    if (line.notJudged() != null) {
      notJudged.add(line.timeMillis(), line.notJudged());
      return;
    }
    notJudged.judged();
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

  /** When it did not judge, and why. */
  NotJudged notJudged() {
    return notJudged;
  }
}
