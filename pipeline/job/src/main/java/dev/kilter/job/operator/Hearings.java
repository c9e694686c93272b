package dev.kilter.job.operator;

import dev.kilter.alert.Alert;
import dev.kilter.alert.FeedbackHearing;
import dev.kilter.alert.FeedbackOutcome;
import dev.kilter.alert.Hearing;
import dev.kilter.alert.Judge;
import dev.kilter.alert.Watch;
import dev.kilter.alert.feedback.RememberedIncident;
import dev.kilter.alert.feedback.Tuning;
import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Feedback;
import dev.kilter.event.ReceivedFeedback;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.OutputTag;

/**
 * Hears what people say of incidents, each at its event time: before the first score behind it, and
 * where none comes, once event time has passed it by as much as scores may be behind. So a replay
 * in which a verdict comes long before its incident comes to the same.
 */
final class Hearings {
  static final OutputTag<FeedbackOutcome> OUTCOMES =
      new OutputTag<>("feedback", KilterTypes.FEEDBACK_OUTCOME);
  static final OutputTag<DeadLetter> UNKNOWN =
      new OutputTag<>("unknown-incidents", KilterTypes.DEAD_LETTER);

  private final Map<String, Judge> judges;
  private final AlertDelays delays;
  private final MapState<String, Watch> watches;
  private final ListState<ReceivedFeedback> waiting;

  /**
   * For the entity that is looked at.
   *
   * @param judges each detector's judge, by the detector's id
   * @param delays how far scores may be behind event time
   * @param watches what is remembered of the entity
   * @param waiting what is to be heard later
   */
  Hearings(
      Map<String, Judge> judges,
      AlertDelays delays,
      MapState<String, Watch> watches,
      ListState<ReceivedFeedback> waiting) {
    this.judges = judges;
    this.delays = delays;
    this.watches = watches;
    this.waiting = waiting;
  }

  /** Hears it now, or at its time. */
  void receive(
      ReceivedFeedback received,
      KeyedProcessFunction<String, Envelope<Score>, Alert>.Context context)
      throws Exception {
    TimerService timers = context.timerService();
    long at = dueMillis(received);
    if (at <= timers.currentWatermark()) {
      hear(received, context);
      return;
    }
    waiting.add(received);
    String key = keyOf(received.feedback());
    Watch watch = watches.get(key);
    Tuning tuning = watch == null ? Tuning.NONE : watch.tuning();
    long first = Math.min(tuning.waitingMillis(), received.feedback().fromMillis());
    watches.put(key, (watch == null ? Watch.begin() : watch).tuned(tuning.waitingUntil(first)));
    timers.registerEventTimeTimer(at);
  }

  /** Hears what holds before an instant of which there is a score. */
  void before(
      Subject subject,
      long timeMillis,
      KeyedProcessFunction<String, Envelope<Score>, Alert>.Context context)
      throws Exception {
    hearThose(
        received ->
            received.feedback().detector().equals(subject.detector())
                && received.feedback().fromMillis() < timeMillis,
        context);
  }

  /** Hears all for which event time has come. */
  void passed(long timeMillis, KeyedProcessFunction<String, Envelope<Score>, Alert>.Context context)
      throws Exception {
    hearThose(received -> dueMillis(received) <= timeMillis, context);
  }

  private long dueMillis(ReceivedFeedback received) {
    Feedback feedback = received.feedback();
    return feedback.fromMillis() + delays.of(feedback.detector());
  }

  private void hearThose(
      Predicate<ReceivedFeedback> due,
      KeyedProcessFunction<String, Envelope<Score>, Alert>.Context context)
      throws Exception {
    List<ReceivedFeedback> now = new ArrayList<>();
    List<ReceivedFeedback> later = new ArrayList<>();
    for (ReceivedFeedback received : waiting.get()) {
      (due.test(received) ? now : later).add(received);
    }
    if (now.isEmpty()) {
      return;
    }
    waiting.update(later);
    now.sort(Comparator.comparingLong(received -> received.feedback().fromMillis()));
    for (ReceivedFeedback received : now) {
      hear(received, context);
      waitOnlyFor(later, received.feedback());
    }
  }

  /** Who was never judged and of whom nothing waits to be heard, is not kept. */
  private void waitOnlyFor(List<ReceivedFeedback> later, Feedback heard) throws Exception {
    String key = keyOf(heard);
    Watch watch = watches.get(key);
    if (watch == null) {
      return;
    }
    long first =
        later.stream()
            .map(ReceivedFeedback::feedback)
            .filter(feedback -> feedback.detector().equals(heard.detector()))
            .mapToLong(Feedback::fromMillis)
            .min()
            .orElse(Tuning.NEVER);
    Watch next = watch.tuned(watch.tuning().waitingUntil(first));
    if (next.isBlank()) {
      watches.remove(key);
    } else {
      watches.put(key, next);
    }
  }

  private void hear(
      ReceivedFeedback received,
      KeyedProcessFunction<String, Envelope<Score>, Alert>.Context context)
      throws Exception {
    Feedback feedback = received.feedback();
    Judge judge = judges.get(feedback.detector());
    String key = keyOf(feedback);
    Watch watch = watches.get(key);
    RememberedIncident incident = incident(feedback, watch);
    if (judge == null) {
      context.output(
          UNKNOWN, refused(received, feedback.detector() + " is no detector of this pipeline"));
    } else if (!judge.hearing().judges(feedback.entity())) {
      context.output(UNKNOWN, unjudged(received));
    } else if (incident == null) {
      hearLate(received, judge.hearing(), watch == null ? Watch.begin() : watch, context);
    } else {
      Hearing heard =
          judge.hearing().hear(feedback, incident, watch == null ? Watch.begin() : watch);
      watches.put(key, heard.watch());
      context.output(OUTCOMES, heard.outcome());
    }
  }

  private static void hearLate(
      ReceivedFeedback received,
      FeedbackHearing hearing,
      Watch watch,
      KeyedProcessFunction<String, Envelope<Score>, Alert>.Context context) {
    RememberedIncident former = hearing.formerly(received.feedback());
    if (former == null) {
      context.output(UNKNOWN, unknown(received));
    } else {
      context.output(OUTCOMES, hearing.tooLate(received.feedback(), former, watch));
    }
  }

  /** Incidents among what came too late are remembered apart. */
  private RememberedIncident incident(Feedback feedback, Watch watch) throws Exception {
    RememberedIncident inTime = watch == null ? null : watch.remembered(feedback);
    if (inTime != null) {
      return inTime;
    }
    Watch late =
        watches.get(new Subject(feedback.detector(), feedback.entity(), true).keyInEntity());
    return late == null ? null : late.remembered(feedback);
  }

  private static String keyOf(Feedback feedback) {
    return Subject.of(feedback.detector(), feedback.entity()).keyInEntity();
  }

  private static DeadLetter unjudged(ReceivedFeedback received) {
    Feedback feedback = received.feedback();
    return refused(
        received,
        feedback.entity()
            + " is not judged by "
            + feedback.detector()
            + ": it has no model for it");
  }

  private static DeadLetter unknown(ReceivedFeedback received) {
    Feedback feedback = received.feedback();
    return refused(
        received,
        feedback.incident()
            + " is neither open nor one of the last "
            + Tuning.MOST_REMEMBERED
            + " incidents of "
            + feedback.entity()
            + " under "
            + feedback.detector());
  }

  private static DeadLetter refused(ReceivedFeedback received, String detail) {
    return received.record().refused(DeadLetterReason.UNKNOWN_INCIDENT, detail);
  }
}
