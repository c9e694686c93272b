package dev.kilter.bench.forest;

import com.amazon.randomcutforest.RandomCutForest;
import com.amazon.randomcutforest.state.RandomCutForestMapper;
import com.amazon.randomcutforest.state.RandomCutForestState;
import dev.kilter.bench.load.Workload;
import dev.kilter.bench.network.NestedArrays;

/** A forest whose trees are full, to begin others with: to fill each would take minutes. */
final class GrownForest {
  private static final long SEED = 7;
  private static final int ROWS = 512;
  private static final Workload LOAD = new Workload(1);

  private final RandomCutForestMapper mapper = new RandomCutForestMapper();
  private final RandomCutForestState state;

  GrownForest(ForestKind kind) {
    mapper.setSaveTreeStateEnabled(true);
    mapper.setSaveExecutorContextEnabled(true);
    RandomCutForest forest = kind.empty(SEED);
    for (int row = 0; row < ROWS; row++) {
      forest.update(NestedArrays.floats(LOAD.event(row).values()));
    }
    state = mapper.toState(forest);
  }

  RandomCutForest copy(long seed) {
    return mapper.toModel(state, seed);
  }
}
