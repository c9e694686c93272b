package dev.kilter.job.operator;

import dev.kilter.alert.Alert;
import dev.kilter.alert.Ending;
import dev.kilter.alert.FeedbackOutcome;
import dev.kilter.alert.Judge;
import dev.kilter.alert.Watch;
import dev.kilter.alert.feedback.NewNormal;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Subject;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;

/** Ends what is remembered of an entity, or begins it anew, and tells whom that concerns. */
final class WatchEnds {
  private final Map<String, Judge> judges;
  private final MapState<String, Watch> watches;

  /**
   * For the entity that is looked at.
   *
   * @param judges each detector's judge, by the detector's id
   * @param watches what is remembered of the entity
   */
  WatchEnds(Map<String, Judge> judges, MapState<String, Watch> watches) {
    this.judges = judges;
    this.watches = watches;
  }

  /** Begins anew. */
  void restart(
      Envelope.Reset<Score> reset,
      KeyedProcessFunction<String, Envelope<Score>, Alert>.Context context)
      throws Exception {
    Subject subject = reset.subject();
    String key = subject.keyInEntity();
    Watch kept = watches.get(key);
    Watch before = kept == null ? Watch.begin() : kept;
    if (reset.reason().equals(Envelope.Reset.NEW_MODEL)) {
      Watch since = before.resetUnderNewModel();
      watches.put(key, since);
      interrupt(subject, before.tuning().learning(), "another model came", since, context);
    } else {
      watches.put(key, before.reset());
    }
  }

  /**
   * Forgets all, also where the detector is there no more.
   *
   * @return the last alert of its open incident, or null
   */
  Alert forget(
      Envelope.Forgotten<Score> forgotten,
      KeyedProcessFunction<String, Envelope<Score>, Alert>.Context context)
      throws Exception {
    Subject subject = forgotten.subject();
    String key = subject.keyInEntity();
    Watch watch = watches.get(key);
    if (watch == null) {
      return null;
    }
    watches.remove(key);
    Judge judge = judges.get(subject.detector());
    if (judge == null || forgotten.unwatched()) {
      return Ending.unwatched(subject, forgotten.timeMillis(), watch);
    }
    interrupt(subject, watch.tuning().learning(), "its entity was forgotten", watch, context);
    return judge.forget(subject, forgotten.timeMillis(), watch);
  }

  /**
   * Forgets an entity that is not judged because it has no model any more.
   *
   * @return the last alert of its open incident, or null
   */
  Alert forgetWithoutModel(Envelope.NotJudged<Score> silent) throws Exception {
    Subject subject = silent.subject();
    Judge judge = judges.get(subject.detector());
    if (judge == null || judge.hearing().judges(subject.entity())) {
      return null;
    }
    String key = subject.keyInEntity();
    Watch watch = watches.get(key);
    if (watch == null) {
      return null;
    }
    watches.remove(key);
    return Ending.unwatched(subject, silent.timeMillis(), watch);
  }

  /** Who told of a new normal is told that it is looked at no more. */
  private void interrupt(
      Subject subject,
      NewNormal learning,
      String since,
      Watch watch,
      KeyedProcessFunction<String, Envelope<Score>, Alert>.Context context) {
    Judge judge = judges.get(subject.detector());
    FeedbackOutcome outcome =
        judge == null ? null : judge.hearing().interrupted(learning, since, watch);
    if (outcome != null) {
      context.output(Hearings.OUTCOMES, outcome);
    }
  }
}
