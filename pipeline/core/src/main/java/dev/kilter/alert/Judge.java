package dev.kilter.alert;

import dev.kilter.event.PerEntity;
import dev.kilter.score.Score;
import dev.kilter.score.Verdict;
import dev.kilter.sequence.Subject;
import java.io.Serializable;
import java.util.List;

/**
 * Turns the scores of one detector into incidents and alerts. Holds no state: what is remembered of
 * an entity goes in and comes out.
 */
public final class Judge implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String pipeline;
  private final String detector;
  private final AlertPolicy policy;
  private final PerEntity<ModelRule> models;
  private final List<String> channels;
  private final List<String> classes;

  /**
   * A judge for one detector of one pipeline.
   *
   * @param models each entity's model
   * @param channels the models' channels by name
   */
  public Judge(
      DetectorId id, PerEntity<ModelRule> models, AlertPolicy policy, List<String> channels) {
    this.pipeline = id.pipeline();
    this.detector = id.detector();
    this.models = models;
    this.policy = policy;
    this.channels = List.copyOf(channels);
    this.classes = List.of();
  }

  private Judge(Judge other, List<String> classes) {
    this.pipeline = other.pipeline;
    this.detector = other.detector;
    this.models = other.models;
    this.policy = other.policy;
    this.channels = other.channels;
    this.classes = List.copyOf(classes);
  }

  /** The same judge, telling what a classifier says, with the classifier's classes by name. */
  public Judge telling(List<String> classes) {
    return new Judge(this, classes);
  }

  /** How the scores of each entity become verdicts. */
  public PerEntity<ModelRule> models() {
    return models;
  }

  /** The model's channels by name, in its order. */
  public List<String> channels() {
    return channels;
  }

  /** Judges the entity's next score. */
  public Judgement judge(Subject subject, Score score, Watch watch) {
    Verdict verdict = models.of(subject.entity()).rule().judge(score, watch.average());
    return watch.incident() == null
        ? watchOut(subject, verdict, watch)
        : follow(subject, verdict, watch);
  }

  /**
   * Closes what is open of an entity that has stopped, so that no incident stays open for ever. Of
   * one that has no model any more, nobody can say what became of its incident.
   *
   * @return the last alert of its open incident, or null
   */
  public Alert forget(Subject subject, long timeMillis, Watch watch) {
    Incident open = watch.incident();
    ModelRule own = models.of(subject.entity());
    if (open == null || own == null) {
      return null;
    }
    Evidence none = new Evidence(timeMillis, timeMillis, Double.NaN, Double.NaN, List.of());
    return new Alert(
        detector,
        subject.entity(),
        open.ended(),
        AlertStatus.CLOSED,
        timeMillis,
        new Findings(
            watch.average().score(),
            own.rule().threshold(),
            open.peak(),
            List.of(),
            ClassProbability.leading(open.classes(), classes),
            own.model(),
            none),
        subject.late());
  }

  private Judgement watchOut(Subject subject, Verdict verdict, Watch watch) {
    RecentVerdicts recent =
        new RecentVerdicts(watch.recentVerdicts()).with(verdict.odd(), policy.of());
    long time = verdict.score().timeMillis();
    boolean opens =
        verdict.odd() && recent.odd() >= policy.odd() && time >= watch.quietUntilMillis();
    if (!opens) {
      Watch next = new Watch(verdict.average(), recent.bits(), null, watch.quietUntilMillis());
      return new Judgement(next, verdict, null);
    }
    String id = IncidentId.of(pipeline, detector, subject, time);
    Incident incident =
        new Incident(
            id,
            1,
            time,
            Severity.of(verdict.excess()),
            verdict.average().score(),
            0,
            classesWith(null, subject, verdict.score()));
    return tell(subject, verdict, incident, AlertStatus.OPEN);
  }

  private Judgement follow(Subject subject, Verdict verdict, Watch watch) {
    Incident before = watch.incident();
    Severity severity = before.severity().orWorse(Severity.of(verdict.excess()));
    double peak = Math.max(before.peak(), verdict.average().score());
    int clear = verdict.odd() ? 0 : before.clearInARow() + 1;
    boolean closes = clear >= policy.clear();
    boolean worsened = severity != before.severity();
    int revision = before.revision() + (closes || worsened ? 1 : 0);
    ClassAverage seen = classesWith(before.classes(), subject, verdict.score());
    Incident incident =
        new Incident(before.id(), revision, before.openedMillis(), severity, peak, clear, seen);
    if (closes) {
      return tell(subject, verdict, incident, AlertStatus.CLOSED);
    }
    return worsened
        ? tell(subject, verdict, incident, AlertStatus.OPEN)
        : new Judgement(staysOpen(verdict, incident), verdict, null);
  }

  /** What became normal since the classifier saw it tells nothing of the incident. */
  private ClassAverage classesWith(ClassAverage before, Subject subject, Score score) {
    double threshold = models.of(subject.entity()).rule().threshold();
    return score.raw() > threshold ? ClassAverage.of(before, score) : before;
  }

  private Judgement tell(Subject subject, Verdict verdict, Incident incident, AlertStatus status) {
    Watch next = status == AlertStatus.OPEN ? staysOpen(verdict, incident) : rests(verdict);
    Alert alert =
        new Alert(
            detector,
            subject.entity(),
            incident,
            status,
            verdict.score().timeMillis(),
            findings(subject, verdict, incident),
            subject.late());
    return new Judgement(next, verdict, alert);
  }

  private static Watch staysOpen(Verdict verdict, Incident incident) {
    return new Watch(verdict.average(), 0, incident, Long.MIN_VALUE);
  }

  private Watch rests(Verdict verdict) {
    long until = verdict.score().timeMillis() + policy.cooldown().toMillis();
    return new Watch(verdict.average(), 0, null, until);
  }

  private Findings findings(Subject subject, Verdict verdict, Incident incident) {
    Score score = verdict.score();
    Evidence evidence =
        new Evidence(
            score.fromMillis(), score.timeMillis(), score.raw(), verdict.before(), score.offsets());
    return new Findings(
        verdict.average().score(),
        verdict.threshold(),
        incident.peak(),
        ChannelPart.leading(verdict, channels),
        ClassProbability.leading(incident.classes(), classes),
        models.of(subject.entity()).model(),
        evidence);
  }
}
