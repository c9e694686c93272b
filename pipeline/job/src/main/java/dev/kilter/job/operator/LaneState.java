package dev.kilter.job.operator;

import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.EntityHistory;
import dev.kilter.sequence.EntityState;
import dev.kilter.sequence.Track;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** What is kept of the current key on one of its lanes: the entity, and its track per detector. */
final class LaneState {
  private final ValueState<EntityState> entity;
  private final MapState<String, Track> tracks;

  private LaneState(ValueState<EntityState> entity, MapState<String, Track> tracks) {
    this.entity = entity;
    this.tracks = tracks;
  }

  /**
   * Opens the state of a lane.
   *
   * @param prefix set before the names of its states; empty for the lane of events in time
   */
  static LaneState open(RuntimeContext context, String prefix) {
    return new LaneState(
        context.getState(new ValueStateDescriptor<>(prefix + "entity", KilterTypes.ENTITY)),
        context.getMapState(
            new MapStateDescriptor<>(prefix + "tracks", Types.STRING, KilterTypes.TRACK)));
  }

  /** What is kept of the entity, or null. */
  EntityState entity() throws Exception {
    return entity.value();
  }

  private Map<String, Track> tracks() throws Exception {
    Map<String, Track> kept = new HashMap<>();
    for (Map.Entry<String, Track> track : tracks.entries()) {
      kept.put(track.getKey(), track.getValue());
    }
    return kept;
  }

  /** All that is kept, or null where nothing is known of the entity. */
  EntityHistory history() throws Exception {
    EntityState kept = entity.value();
    return kept == null ? null : new EntityHistory(kept, tracks());
  }

  void keep(EntityState state) throws Exception {
    entity.update(state);
  }

  void keep(EntityHistory history) throws Exception {
    entity.update(history.entity());
    tracks.putAll(history.tracks());
  }

  void clear() {
    entity.clear();
    tracks.clear();
  }
}
