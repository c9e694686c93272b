package dev.kilter.job.operator;

import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.EntityHistory;
import dev.kilter.sequence.EntityState;
import dev.kilter.sequence.Pane;
import dev.kilter.sequence.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * What is kept of the current key on one of its lanes: the entity, and its track per detector,
 * whose rows are kept in panes, so that a new row reads and writes a few rows and not all.
 */
final class LaneState {
  private final ValueState<EntityState> entity;
  private final MapState<String, Track> tracks;
  private final MapState<Tuple2<String, Integer>, Pane> panes;

  /** The prefix of the lane of events that came in time. */
  static final String IN_TIME = "";

  /** The prefix of the lane of events that came too late. */
  static final String LATE = "late-";

  private LaneState(
      ValueState<EntityState> entity,
      MapState<String, Track> tracks,
      MapState<Tuple2<String, Integer>, Pane> panes) {
    this.entity = entity;
    this.tracks = tracks;
    this.panes = panes;
  }

  /**
   * Opens the state of a lane.
   *
   * @param prefix set before the names of its states
   */
  static LaneState open(RuntimeContext context, String prefix) {
    return new LaneState(
        context.getState(entities(prefix)),
        context.getMapState(
            new MapStateDescriptor<>(prefix + "tracks", Types.STRING, KilterTypes.TRACK)),
        context.getMapState(
            new MapStateDescriptor<>(
                prefix + "panes", Types.TUPLE(Types.STRING, Types.INT), KilterTypes.PANE)));
  }

  /** What is kept of entities, whatever watches them. */
  static ValueStateDescriptor<EntityState> entities(String prefix) {
    return new ValueStateDescriptor<>(prefix + "entity", KilterTypes.ENTITY);
  }

  /** What is kept of the entity, or null. */
  EntityState entity() throws Exception {
    return entity.value();
  }

  private Pane pane(String detector, int number) {
    try {
      return panes.get(Tuple2.of(detector, number));
    } catch (Exception e) { // Flink's state promises nothing narrower
      throw new FlinkRuntimeException("rows of detector " + detector + " cannot be read", e);
    }
  }

  /**
   * What is kept of an entity for some detectors.
   *
   * @param kept what is kept of the entity whatever watches it
   */
  EntityHistory history(EntityState kept, Iterable<String> detectors) throws Exception {
    Map<String, Track> history = new HashMap<>();
    for (String detector : detectors) {
      Track track = tracks.get(detector);
      if (track != null) {
        track.window.fetchFrom(number -> pane(detector, number));
        history.put(detector, track);
      }
    }
    return new EntityHistory(kept, history);
  }

  /** The same for all detectors, also for those that are there no more. */
  EntityHistory history(EntityState kept) throws Exception {
    return history(kept, tracks.keys());
  }

  /** All that is kept of it, also for detectors that are there no more; or null. */
  EntityHistory history() throws Exception {
    EntityState kept = entity.value();
    return kept == null ? null : history(kept);
  }

  /** Keeps nothing any more for a detector. */
  void drop(String detector) throws Exception {
    tracks.remove(detector);
    List<Tuple2<String, Integer>> dropped = new ArrayList<>();
    for (Tuple2<String, Integer> pane : panes.keys()) {
      if (pane.f0.equals(detector)) {
        dropped.add(pane);
      }
    }
    for (Tuple2<String, Integer> pane : dropped) {
      panes.remove(pane);
    }
  }

  void keep(EntityState state) throws Exception {
    entity.update(state);
  }

  void keep(EntityHistory history) throws Exception {
    entity.update(history.entity());
    for (Map.Entry<String, Track> track : history.tracks().entrySet()) {
      String detector = track.getKey();
      tracks.put(detector, track.getValue());
      track
          .getValue()
          .window
          .keepChanged((number, pane) -> panes.put(Tuple2.of(detector, number), pane));
    }
  }

  void clear() {
    entity.clear();
    tracks.clear();
    panes.clear();
  }
}
