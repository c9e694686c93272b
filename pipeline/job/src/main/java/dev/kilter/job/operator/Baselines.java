package dev.kilter.job.operator;

import dev.kilter.score.Adopted;
import dev.kilter.score.Baseline;
import dev.kilter.score.BaselineMove;
import dev.kilter.score.Rebaselined;
import dev.kilter.score.Rebaselining;
import dev.kilter.score.Score;
import dev.kilter.score.Stretch;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Subject;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.state.MapState;

/** Measures each score from its entity's own baseline, for the detectors that want it so. */
final class Baselines {
  private final Map<String, Rebaselining> byDetector;
  private final MapState<String, Baseline> kept;

  /**
   * For the detectors that are named.
   *
   * @param byDetector by the detector's id
   * @param kept what is kept of the entity that is looked at, by detector
   */
  Baselines(Map<String, Rebaselining> byDetector, MapState<String, Baseline> kept) {
    this.byDetector = byDetector;
    this.kept = kept;
  }

  /**
   * The score to judge. What came too late is history, and says nothing of what is normal now.
   *
   * @param moved whether somebody has moved the subject's baseline
   * @param told is told what has changed
   */
  Score measure(Subject subject, Score score, boolean moved, BiConsumer<Subject, BaselineMove> told)
      throws Exception {
    Rebaselining rebaselining = byDetector.get(subject.detector());
    if (subject.late() || (rebaselining == null && !moved)) {
      return score;
    }
    Baseline before = baseline(subject, score.parts().length);
    if (rebaselining == null) {
      return before.measure(score);
    }
    Rebaselined rebaselined = rebaselining.take(score, before);
    kept.put(subject.keyInEntity(), rebaselined.baseline());
    rebaselined.moves().forEach(move -> told.accept(subject, move));
    return rebaselined.score();
  }

  /**
   * What was seen is normal from now on, since somebody says so.
   *
   * @param seen what errors were like
   * @param most the highest level that may become normal, in deviations of a normal error
   * @param told is told what has changed
   * @return what has changed
   */
  List<BaselineMove> adopt(
      Envelope<?> now, Stretch seen, double most, BiConsumer<Subject, BaselineMove> told)
      throws Exception {
    Adopted adopted =
        baseline(now.subject(), seen.counts().length).adopting(seen, most, now.timeMillis());
    if (!adopted.moves().isEmpty()) {
      kept.put(now.subject().keyInEntity(), adopted.baseline());
    }
    adopted.moves().forEach(move -> told.accept(now.subject(), move));
    return adopted.moves();
  }

  private Baseline baseline(Subject subject, int channels) throws Exception {
    Baseline before = kept.get(subject.keyInEntity());
    return before == null ? Baseline.begin(channels) : before;
  }

  /**
   * History begins anew: behind a gap with the same normal, under another model with its own.
   *
   * @param told is told what is no more
   */
  void restart(Envelope.Reset<Score> reset, BiConsumer<Subject, BaselineMove> told)
      throws Exception {
    if (reset.reason().equals(Envelope.Reset.NEW_MODEL)) {
      forget(reset.subject(), told, "another model judges now");
      return;
    }
    Baseline before = kept.get(reset.subject().keyInEntity());
    if (before != null) {
      kept.put(reset.subject().keyInEntity(), before.restart());
    }
  }

  /** Nothing is kept of the subject. */
  void forget(Subject subject, BiConsumer<Subject, BaselineMove> told, String why)
      throws Exception {
    Baseline before = kept.get(subject.keyInEntity());
    if (before != null) {
      List<BaselineMove> ended = before.ended(why);
      ended.forEach(move -> told.accept(subject, move));
      kept.remove(subject.keyInEntity());
    }
  }
}
