package dev.kilter.job.operator;

import dev.kilter.event.Reading;
import dev.kilter.sequence.EntityState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.State;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;

/**
 * Brings what is kept of entities, channel by channel, into the order of another pipeline file. It
 * goes through all of it once, at a start, so that nothing is added to the state for it.
 */
final class ChannelMove {
  private final KeyedStateBackend<String> backend;
  private final int[] from;

  /**
   * A move of all entities of a task.
   *
   * @param from where each of the channels now stands among those that were kept; -1 where it is
   *     new
   */
  ChannelMove(KeyedStateBackend<String> backend, int[] from) {
    this.backend = backend;
    this.from = from;
  }

  void move() throws Exception {
    moveEntities(LaneState.entities(LaneState.IN_TIME));
    moveEntities(LaneState.entities(LaneState.LATE));
    moveReadings(WaitingEvents.readings());
    moveReadings(Backfill.waiting());
  }

  private void moveEntities(ValueStateDescriptor<EntityState> kept) throws Exception {
    List<String> keys = keys(kept);
    ValueState<EntityState> state = state(kept);
    for (String key : keys) {
      backend.setCurrentKey(key);
      state.update(state.value().rearranged(from));
    }
  }

  private void moveReadings(ListStateDescriptor<Reading> kept) throws Exception {
    List<String> keys = keys(kept);
    ListState<Reading> state = state(kept);
    for (String key : keys) {
      backend.setCurrentKey(key);
      List<Reading> moved = new ArrayList<>();
      for (Reading reading : state.get()) {
        moved.add(reading.rearranged(from));
      }
      state.update(moved);
    }
  }

  /** All of them before any is changed: what is gone through must not change meanwhile. */
  private List<String> keys(StateDescriptor<?, ?> kept) {
    try (Stream<String> keys = backend.getKeys(kept.getName(), VoidNamespace.INSTANCE)) {
      return keys.toList();
    }
  }

  private <S extends State> S state(StateDescriptor<S, ?> kept) throws Exception {
    return backend.getPartitionedState(
        VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, kept);
  }
}
