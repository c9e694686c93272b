package dev.kilter.job.operator;

import dev.kilter.score.RecurrentState;
import dev.kilter.sequence.Subject;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.MapState;

/**
 * Keyed state, of entities of which many are in one batch.
 *
 * @param key turns the state to an entity
 * @param carried what is kept of it, by detector and lane
 */
record KeyedMemory(Consumer<String> key, MapState<String, RecurrentState> carried)
    implements RecurrentMemory {

  @Override
  public RecurrentState recall(Subject subject) throws Exception {
    key.accept(subject.entity());
    RecurrentState state = carried.get(subject.keyInEntity());
    return state == null ? RecurrentState.begin() : state;
  }

  @Override
  public void keep(Subject subject, RecurrentState state) throws Exception {
    key.accept(subject.entity());
    carried.put(subject.keyInEntity(), state);
  }
}
