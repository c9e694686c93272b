package dev.kilter.sequence;

import dev.kilter.health.EntityCheck;
import dev.kilter.health.HealthKind;
import dev.kilter.health.HealthMessage;
import dev.kilter.health.HealthScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes in the moments of entities one after the other: looks after their health, and hands the
 * rows to the detectors that watch them. Holds no state: what is kept goes in and is changed.
 */
public final class EntityTracker {
  private final EntityRules rules;
  private final EntityCheck check;
  private final List<Tracker> trackers;

  /** A tracker for the detectors of a pipeline. */
  public EntityTracker(EntityRules rules, List<SequencePlan> plans) {
    this.rules = rules;
    this.check = new EntityCheck(rules.channels());
    this.trackers = plans.stream().map(Tracker::new).toList();
  }

  /** The way of an entity's events that came in time. */
  public Lane inTime(String entity, Outlet out) {
    return Lane.inTime(entity, out, trackers);
  }

  /** The way of an entity's events that came too late. */
  public Lane late(String entity, Outlet out) {
    return Lane.late(entity, out, trackers);
  }

  /** What is kept of an entity nothing is known of yet. */
  public EntityState begin() {
    return EntityState.begin(rules.channels().size());
  }

  /**
   * When an event of this time is to be taken in: once event time has passed this, all that belongs
   * with it has come. As early as the first detector can use it.
   */
  public long releaseAt(String entity, long millis) {
    long earliest = Long.MAX_VALUE;
    for (Tracker tracker : trackers) {
      if (tracker.plan().entities().matches(entity)) {
        earliest = Math.min(earliest, tracker.plan().shape().completeAt(millis));
      }
    }
    return earliest == Long.MAX_VALUE ? millis : earliest;
  }

  /** The same of an entity whose detectors have been looked for already. */
  public long releaseAt(Lane lane, long millis) {
    long earliest = Long.MAX_VALUE;
    for (int at = 0; at < lane.watchers().size(); at++) {
      SequenceShape shape = lane.watchers().get(at).tracker().plan().shape();
      earliest = Math.min(earliest, shape.completeAt(millis));
    }
    return earliest == Long.MAX_VALUE ? millis : earliest;
  }

  /** Events up to this time are to be taken in once event time has come so far. */
  public long releasedUpTo(Lane lane, long millis) {
    if (lane.watchers().isEmpty()) {
      return millis;
    }
    long latest = Long.MIN_VALUE;
    for (Lane.Watcher watcher : lane.watchers()) {
      latest = Math.max(latest, watcher.tracker().plan().shape().completeUpTo(millis));
    }
    return latest;
  }

  /** When the rows of an event of this time are complete for every detector that watches. */
  public long completeAt(Lane lane, long millis) {
    long latest = millis;
    for (Lane.Watcher watcher : lane.watchers()) {
      latest = Math.max(latest, watcher.tracker().plan().shape().completeAt(millis));
    }
    return latest;
  }

  /**
   * Takes in the entity's next moment.
   *
   * @param tracks what is kept of the entity by detector; those that watch it are added
   * @return the row it came to, with the channels of the pipeline file
   */
  public Row take(Lane lane, Moment moment, EntityState state, Map<String, Track> tracks) {
    long millis = moment.timeMillis();
    noteReturn(lane, millis, state);
    state.newestMillis = millis;
    float[] trusted =
        check.check(lane.entity(), millis, moment.values(), state.channels, lane.out()::send);
    Row row = new Row(millis, trusted, EntityCheck.unhealthy(state.channels), moment.origin());
    Circumstances circumstances = state.circumstances(check);
    for (Lane.Watcher watcher : lane.watchers()) {
      Track track = tracks.get(watcher.detector());
      if (track == null) {
        track = Track.begin(watcher.tracker().plan(), lane.entity());
        tracks.put(watcher.detector(), track);
      }
      track.circumstances = circumstances;
      watcher.tracker().take(watcher.subject(), row, track, lane.out());
    }
    if (lane.watchers().isEmpty()) {
      beUnwatched(lane, millis, state);
    } else {
      beWatched(lane, millis, state, "a detector watches it");
    }
    return row;
  }

  /** Event time has passed an instant, and every event up to it was taken in. */
  public void passed(Lane lane, long millis, EntityHistory history) {
    Circumstances circumstances = history.entity().circumstances(check);
    for (Lane.Watcher watcher : lane.watchers()) {
      Track track = history.tracks().get(watcher.detector());
      if (track != null) {
        track.circumstances = circumstances;
        watcher.tracker().passed(watcher.subject(), millis, track, lane.out());
      }
    }
  }

  /** The next instant whose passing matters to a detector, or {@link Long#MAX_VALUE}. */
  public long dueMillis(Lane lane, Map<String, Track> tracks) {
    long due = Long.MAX_VALUE;
    for (Lane.Watcher watcher : lane.watchers()) {
      Track track = tracks.get(watcher.detector());
      if (track != null) {
        due = Math.min(due, watcher.tracker().dueMillis(watcher.subject(), track));
      }
    }
    return due;
  }

  /**
   * When an entity that stays away is to be looked after: as silent, or to be forgotten; {@link
   * Long#MAX_VALUE} where it has not come yet.
   */
  public long upkeepMillis(Lane lane, EntityState state) {
    if (!state.isKnown()) {
      return Long.MAX_VALUE;
    }
    boolean next = rules.silentAfterMillis() > 0 && !state.silent;
    long after = next ? rules.silentAfterMillis() : rules.forgetAfterMillis();
    return releaseAt(lane, state.heardMillis() + after);
  }

  /** Says so when the entity has been away for too long. */
  public void noteSilence(Lane lane, long millis, EntityState state) {
    boolean away =
        rules.silentAfterMillis() > 0
            && state.isKnown()
            && !state.silent
            && releaseAt(lane, state.heardMillis() + rules.silentAfterMillis()) <= millis;
    if (away) {
      state.silent = true;
      beginSilence(lane, state, state.heardMillis() + rules.silentAfterMillis());
    }
  }

  /** Whether the entity has been away for so long that nothing of it is to be kept. */
  public boolean toBeForgotten(Lane lane, long millis, EntityState state) {
    return state.isKnown()
        && releaseAt(lane, state.heardMillis() + rules.forgetAfterMillis()) <= millis;
  }

  /** Ends everything there is about an entity, also for detectors that are there no more. */
  public void forget(Lane lane, long millis, EntityState state, Map<String, Track> tracks) {
    if (state.silent) {
      endSilence(lane, state, millis, HealthMessage.FORGOTTEN);
    }
    check.forget(lane.entity(), millis, state.channels, lane.out()::send);
    new TreeMap<>(tracks)
        .forEach(
            (detector, track) -> Tracker.forget(lane.subject(detector), millis, track, lane.out()));
    beWatched(lane, millis, state, HealthMessage.FORGOTTEN);
  }

  /**
   * Ends everything there is about an entity for detectors that do not watch it any more, since
   * they are there no more or other entities are theirs.
   *
   * @param tracks what is kept of the entity by detector; what has ended is taken out
   * @return the detectors of which nothing is to be kept
   */
  public List<String> leave(Lane lane, long millis, Map<String, Track> tracks) {
    Map<String, Track> left = new TreeMap<>(tracks);
    left.keySet().removeAll(lane.detectors());
    left.forEach(
        (detector, track) -> Tracker.leave(lane.subject(detector), millis, track, lane.out()));
    tracks.keySet().removeAll(left.keySet());
    return List.copyOf(left.keySet());
  }

  private void noteReturn(Lane lane, long millis, EntityState state) {
    boolean known = state.newestMillis != EntityState.NEVER;
    if (known && rules.silentAfterMillis() > 0) {
      boolean away = millis - state.newestMillis > rules.silentAfterMillis();
      if (away && !state.silent) {
        beginSilence(lane, state, state.newestMillis + rules.silentAfterMillis());
      }
      if (away || state.silent) {
        String words = "nothing came for " + (millis - state.newestMillis) / 1000 + " s";
        endSilence(lane, state, millis, words);
      }
    }
    state.silent = false;
  }

  private static void beginSilence(Lane lane, EntityState state, long millis) {
    String words = "nothing has come since " + Instant.ofEpochMilli(state.newestMillis);
    tell(lane, HealthKind.SILENT, new Span(true, state.newestMillis, millis), words);
  }

  private static void endSilence(Lane lane, EntityState state, long millis, String words) {
    tell(lane, HealthKind.SILENT, new Span(false, state.newestMillis, millis), words);
  }

  private static void beWatched(Lane lane, long millis, EntityState state, String words) {
    if (state.unwatchedMillis != EntityState.NEVER) {
      tell(lane, HealthKind.NO_DETECTOR, new Span(false, state.unwatchedMillis, millis), words);
      state.unwatchedMillis = EntityState.NEVER;
    }
  }

  private static void beUnwatched(Lane lane, long millis, EntityState state) {
    if (state.unwatchedMillis == EntityState.NEVER) {
      String words = "no detector's entities match its name";
      tell(lane, HealthKind.NO_DETECTOR, new Span(true, millis, millis), words);
      state.unwatchedMillis = millis;
    }
  }

  /** Since when something stands in the way of judging, and when it began or ended to. */
  private record Span(boolean began, long sinceMillis, long timeMillis) {}

  private static void tell(Lane lane, HealthKind kind, Span span, String words) {
    HealthScope scope = new HealthScope(lane.entity(), null, null);
    lane.out()
        .send(new HealthMessage(scope, kind, span.began, span.sinceMillis, span.timeMillis, words));
  }
}
