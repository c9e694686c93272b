package dev.kilter.sequence;

import dev.kilter.health.HealthMessage;
import dev.kilter.health.HealthScope;
import java.util.Arrays;
import java.util.List;

/**
 * Puts the rows of entities on the grid of one detector's model, where it has one, and cuts
 * sequences out of them. Holds no state: what is kept of an entity goes in and is changed.
 */
public final class Tracker {
  private final SequencePlan plan;
  private final SequenceShape shape;
  private final Judgeability judgeability;
  private final Masks masks;

  /** A tracker for one detector. */
  public Tracker(SequencePlan plan) {
    this.plan = plan;
    this.shape = plan.shape();
    this.judgeability = new Judgeability(plan);
    this.masks = new Masks(shape.kept() * plan.channels().count());
  }

  /** How the detector cuts sequences. */
  public SequencePlan plan() {
    return plan;
  }

  /**
   * Takes in the entity's next row.
   *
   * @param row the next row, later than all before, with the channels of the pipeline file
   * @param track what is kept of the entity for this detector
   */
  public void take(Subject subject, Row row, Track track, Outlet out) {
    if (isOfAnOldVersion(subject, track)) {
      reset(subject, row.timeMillis(), Envelope.Reset.NEW_MODEL, track, out);
    }
    breakOff(subject, row.timeMillis(), track, out);
    track.newestMillis = row.timeMillis();
    Row own = row.select(plan.channels().positions());
    if (shape.onGrid()) {
      gather(subject, own, track, out);
    } else {
      append(subject, own, track, out);
    }
  }

  /** Event time has passed an instant, and every event up to it was taken in. */
  public void passed(Subject subject, long millis, Track track, Outlet out) {
    if (isOfAnOldVersion(subject, track)) {
      return;
    }
    if (track.cell != null && shape.completeAt(track.cell.beginMillis()) <= millis) {
      closeCell(subject, track, out);
    }
    if (shape.sessionByGap() && sessionEndMillis(track) <= millis) {
      endSession(subject, track, out);
    }
  }

  /** The next instant whose passing matters, or {@link Long#MAX_VALUE}. */
  public long dueMillis(Subject subject, Track track) {
    if (isOfAnOldVersion(subject, track)) {
      return Long.MAX_VALUE;
    }
    if (track.cell != null) {
      return shape.completeAt(track.cell.beginMillis());
    }
    return track.inSession && shape.sessionByGap() ? sessionEndMillis(track) : Long.MAX_VALUE;
  }

  /** What another model has begun is no good to this one: it ends with the next row. */
  private boolean isOfAnOldVersion(Subject subject, Track track) {
    return !track.modelVersion.equals(plan.modelVersion(subject.entity()));
  }

  private long sessionEndMillis(Track track) {
    return shape.completeAt(track.newestMillis + shape.session().gapMillis());
  }

  /** What a pause before this row ends: a session, or the whole history. */
  private void breakOff(Subject subject, long millis, Track track, Outlet out) {
    if (track.newestMillis == Long.MIN_VALUE) {
      return;
    }
    long pause = millis - track.newestMillis;
    if (shape.sessionByGap() && pause > shape.session().gapMillis()) {
      closeCell(subject, track, out);
      endSession(subject, track, out);
    }
    if (pause > shape.maxGapMillis()) {
      closeCell(subject, track, out);
      reset(subject, millis, "gap: nothing for " + seconds(pause), track, out);
    }
  }

  private static String seconds(long millis) {
    return (millis % 1000 == 0 ? String.valueOf(millis / 1000) : String.valueOf(millis / 1000.0))
        + " s";
  }

  private void reset(Subject subject, long millis, String reason, Track track, Outlet out) {
    if (track.inSession) {
      out.send(new Envelope.NotJudged<>(subject, millis, "session cut short: " + reason));
    }
    track.restart(plan, subject.entity());
    out.send(new Envelope.Reset<>(subject, millis, reason));
  }

  private void gather(Subject subject, Row row, Track track, Outlet out) {
    long begin = shape.cellOf(row.timeMillis());
    if (track.cell != null && track.cell.beginMillis() < begin) {
      closeCell(subject, track, out);
    }
    if (track.cell == null) {
      passOver(subject, begin, track, out);
      track.beginCell(begin, plan.channels().count());
    }
    track.cell.add(row, plan.channels().aggregates());
  }

  private void closeCell(Subject subject, Track track, Outlet out) {
    if (track.cell != null) {
      Row row = track.cell.row(plan.channels().aggregates());
      track.endCell();
      append(subject, row, track, out);
    }
  }

  /**
   * Cells that nothing came into are rows without values; more than a window of them is a window.
   */
  private void passOver(Subject subject, long untilMillis, Track track, Outlet out) {
    if (track.window.size() == 0) {
      return;
    }
    long next = track.window.newestMillis() + shape.periodMillis();
    long enough = untilMillis - shape.kept() * shape.periodMillis();
    for (long at = Math.max(next, enough); at < untilMillis; at += shape.periodMillis()) {
      append(subject, emptyRow(at, track.window), track, out);
    }
  }

  /** Of a channel that is ill, no word is no word of recovery. */
  private Row emptyRow(long millis, Window window) {
    float[] values = new float[plan.channels().count()];
    Arrays.fill(values, Float.NaN);
    return new Row(millis, values, window.unhealthy(), List.of());
  }

  private void append(Subject subject, Row row, Track track, Outlet out) {
    if (shape.session() == null) {
      add(subject, row, track, out);
      if (shape.endsWith(row.timeMillis(), track.window.rowsSeen())) {
        cut(subject, track, out);
      }
    } else if (runs(row, track)) {
      if (!track.inSession) {
        track.window.clear();
        track.inSession = true;
      }
      add(subject, row, track, out);
    } else {
      endSession(subject, track, out);
    }
  }

  private void add(Subject subject, Row row, Track track, Outlet out) {
    track.window.add(row, plan.channels());
    out.appended(subject, track.window);
  }

  private boolean runs(Row row, Track track) {
    SessionRule session = shape.session();
    if (session.byGap()) {
      return true;
    }
    float value = row.values()[session.channel()];
    return Float.isNaN(value) ? track.inSession : value > session.above();
  }

  private void endSession(Subject subject, Track track, Outlet out) {
    if (track.inSession) {
      track.inSession = false;
      cut(subject, track, out);
      track.window.clear();
    }
  }

  private void cut(Subject subject, Track track, Outlet out) {
    long newestMillis = track.window.newestMillis();
    Judgeability.Outcome outcome = judgeability.of(subject.entity(), track.window);
    if (outcome.lasting() && outcome.kind() != track.ailment) {
      turn(subject, newestMillis, outcome, track, out);
    }
    out.send(
        outcome.judgeable()
            ? new Envelope.Judgeable<>(subject, newestMillis, sequence(subject, track))
            : new Envelope.NotJudged<>(subject, newestMillis, outcome.reason()));
  }

  private void turn(
      Subject subject, long millis, Judgeability.Outcome outcome, Track track, Outlet out) {
    HealthScope scope = new HealthScope(subject.entity(), subject.detector(), null);
    if (track.ailment != null) {
      out.send(ended(scope, track, millis, "judged again"));
    }
    track.ailment = outcome.kind();
    track.ailmentMillis = millis;
    if (track.ailment != null) {
      out.send(new HealthMessage(scope, track.ailment, true, millis, millis, outcome.reason()));
    }
  }

  /** Ends everything there is about an entity that has stopped. */
  static void forget(Subject subject, long millis, Track track, Outlet out) {
    if (track.inSession) {
      String reason = "session cut short: the entity is forgotten";
      out.send(new Envelope.NotJudged<>(subject, millis, reason));
    }
    end(new Envelope.Forgotten<>(subject, millis), track, out);
  }

  /** Ends everything there is about an entity whose detector does not watch it any more. */
  static void leave(Subject subject, long millis, Track track, Outlet out) {
    end(new Envelope.Forgotten<>(subject, millis, true), track, out);
  }

  private static void end(Envelope.Forgotten<Sequence> end, Track track, Outlet out) {
    if (track.ailment != null) {
      HealthScope scope = new HealthScope(end.entity(), end.detector(), null);
      out.send(ended(scope, track, end.timeMillis(), end.words()));
    }
    out.send(end);
  }

  private static HealthMessage ended(HealthScope scope, Track track, long millis, String words) {
    return new HealthMessage(scope, track.ailment, false, track.ailmentMillis, millis, words);
  }

  private Sequence sequence(Subject subject, Track track) {
    Window window = track.window;
    int scored = Math.min(window.size(), shape.length());
    float[] values = window.values();
    return new Sequence(
        subject,
        window.timeMillis(window.size() - scored),
        window.newestMillis(),
        values,
        masks.of(window, values.length),
        plan.channels().count(),
        window.offsets(scored),
        track.circumstances);
  }
}
