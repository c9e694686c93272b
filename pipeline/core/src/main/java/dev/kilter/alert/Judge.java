package dev.kilter.alert;

import dev.kilter.alert.feedback.FeedbackRule;
import dev.kilter.alert.quiet.QuietTimes;
import dev.kilter.event.PerEntity;
import dev.kilter.health.Ailment;
import dev.kilter.health.HealthKind;
import dev.kilter.score.Baseline;
import dev.kilter.score.Score;
import dev.kilter.score.ScoringRule;
import dev.kilter.score.Verdict;
import dev.kilter.score.threshold.Threshold;
import dev.kilter.score.threshold.ThresholdState;
import dev.kilter.sequence.RowTelling;
import dev.kilter.sequence.Subject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the scores of one detector into incidents and alerts. Holds no state: what is remembered of
 * an entity goes in and comes out.
 */
public final class Judge implements Serializable {
  private static final long serialVersionUID = 1L;

  private final DetectorId id;
  private final AlertPolicy policy;
  private final PerEntity<ModelRule> models;
  private final List<String> channels;
  private final JudgeManner manner;

  /**
   * A judge for one detector of one pipeline.
   *
   * @param models each entity's model
   * @param channels the models' channels by name
   */
  public Judge(
      DetectorId id, PerEntity<ModelRule> models, AlertPolicy policy, List<String> channels) {
    this(id, models, policy, channels, JudgeManner.plain());
  }

  private Judge(
      DetectorId id,
      PerEntity<ModelRule> models,
      AlertPolicy policy,
      List<String> channels,
      JudgeManner manner) {
    this.id = id;
    this.models = models;
    this.policy = policy;
    this.channels = List.copyOf(channels);
    this.manner = manner;
  }

  /** The same judge, telling what a classifier says, with the classifier's classes by name. */
  public Judge telling(List<String> classes) {
    return going(manner.telling(classes));
  }

  /** The same judge, which tells nothing in quiet times but the end of what was told before. */
  public Judge keepingQuietIn(QuietTimes times) {
    return going(manner.keepingQuietIn(times));
  }

  /** The same judge, with other steps from which on an incident is worse than minor. */
  public Judge grading(SeveritySteps others) {
    return going(manner.grading(others));
  }

  /** The same judge, which people's verdicts move otherwise. */
  public Judge movedBy(FeedbackRule rule) {
    return going(manner.movedBy(rule));
  }

  /** The same judge, whose evidence tells what the records of rows like these do not say. */
  public Judge recalling(RowTelling rows) {
    return going(manner.recalling(rows));
  }

  private Judge going(JudgeManner other) {
    return new Judge(id, models, policy, channels, other);
  }

  /** What hears people's verdicts on its incidents. */
  public FeedbackHearing hearing() {
    return new FeedbackHearing(id, models, channels, manner.feedback());
  }

  /** How the scores of each entity become verdicts. */
  public PerEntity<ModelRule> models() {
    return models;
  }

  /** When verdicts become an incident. */
  public AlertPolicy policy() {
    return policy;
  }

  /** The model's channels by name, in its order. */
  public List<String> channels() {
    return channels;
  }

  /** Judges the entity's next score. */
  public Judgement judge(Subject subject, Score score, Watch watch) {
    return judge(subject, score, watch, false);
  }

  /**
   * Judges the entity's next score.
   *
   * @param silenced whether somebody has asked that nothing is told at this instant
   */
  public Judgement judge(Subject subject, Score score, Watch watch, boolean silenced) {
    ScoringRule rule = models.of(subject.entity()).rule();
    double factor = watch.tuning().factor();
    Verdict verdict = rule.judge(score, watch.average(), watch.learned(), factor);
    Sighting seen = new Sighting(id, subject, verdict, manner.steps());
    Step step = watch.phase().next(seen, policy);
    ThresholdState learned = learned(rule.threshold(), seen, watch, step);
    boolean untold = step.phase().inAlarm() && step.phase().incident().withheld();
    Watch next = watch.with(verdict.average(), learned, step.phase());
    if (step.cause() == null && !untold) {
      return new Judgement(next, verdict, null);
    }
    return step.cause() == AlertCause.CLOSED
        ? tellEnd(next, seen)
        : tell(next, step.cause(), seen, silenced || isQuiet(seen));
  }

  /** Nothing is learned in alarm, nor of what came too late: that is history. */
  private static ThresholdState learned(
      Threshold threshold, Sighting seen, Watch watch, Step step) {
    boolean frozen = seen.subject().late() || watch.phase().inAlarm() || step.phase().inAlarm();
    return threshold.after(watch.learned(), seen.score(), frozen);
  }

  /** The end of what was told before is told in quiet times too. */
  private Judgement tellEnd(Watch watch, Sighting seen) {
    Incident ended = watch.phase().incident();
    Watch remembering = ended.isTold() ? watch.remembering(ended, seen.timeMillis()) : watch;
    return ended.telling().open()
        ? tell(remembering, AlertCause.CLOSED, seen, false)
        : new Judgement(remembering, seen.verdict(), null);
  }

  private Judgement tell(Watch watch, AlertCause cause, Sighting seen, boolean hushed) {
    Phase phase = watch.phase();
    Incident incident = phase.incident();
    if (hushed) {
      return new Judgement(watch.in(phase.with(incident.withheld(true))), seen.verdict(), null);
    }
    boolean goesOn = phase.inAlarm();
    Incident told = incident.told(goesOn ? goesOn(incident, seen) : ends(incident, seen));
    AlertCause why = goesOn && incident.withheld() ? AlertCause.UNSILENCED : cause;
    Alert alert = alert(seen, told, phase.status(), why);
    return new Judgement(watch.in(phase.with(told)), seen.verdict(), alert);
  }

  private Telling goesOn(Incident incident, Sighting seen) {
    ModelReference model = models.of(seen.subject().entity()).model();
    return incident
        .telling()
        .goesOn(seen.timeMillis(), seen.leader(), model, seen.verdict().threshold());
  }

  private static Telling ends(Incident incident, Sighting seen) {
    return incident.telling().ends(seen.timeMillis(), seen.leader());
  }

  private boolean isQuiet(Sighting seen) {
    return manner.quiet().covering(id.detector(), seen.subject().entity(), seen.timeMillis())
        != null;
  }

  /**
   * Closes what is open of an entity that has stopped.
   *
   * @return the last alert of its open incident, or null
   */
  public Alert forget(Subject subject, long timeMillis, Watch watch) {
    return models.of(subject.entity()) == null
        ? Ending.unwatched(subject, timeMillis, watch)
        : Ending.of(subject, timeMillis, watch, AlertCause.FORGOTTEN, manner.classes());
  }

  private Alert alert(Sighting seen, Incident told, AlertStatus status, AlertCause cause) {
    return new Alert(
        id.detector(),
        seen.subject().entity(),
        told,
        status,
        seen.timeMillis(),
        findings(seen.subject(), seen.verdict(), told),
        seen.subject().late(),
        cause);
  }

  /** What was wrong with the channels, and which of them are measured from a new normal. */
  private List<Ailment> health(Score score) {
    List<Ailment> health = new ArrayList<>(score.sequence().circumstances().health());
    Baseline baseline = score.baseline();
    for (int channel = 0; baseline != null && channel < baseline.levels().length; channel++) {
      if (baseline.isMoved(channel)) {
        long since = baseline.sinceMillis()[channel];
        health.add(new Ailment(HealthKind.REBASELINED, channels.get(channel), since));
      }
    }
    return health;
  }

  private Findings findings(Subject subject, Verdict verdict, Incident incident) {
    return new Findings(
        verdict.average().score(),
        verdict.threshold(),
        incident.peak(),
        ChannelPart.leading(verdict, channels),
        ClassProbability.leading(incident.classes(), manner.classes()),
        models.of(subject.entity()).model(),
        Evidence.of(verdict, channels, manner.rows()),
        health(verdict.score()));
  }
}
