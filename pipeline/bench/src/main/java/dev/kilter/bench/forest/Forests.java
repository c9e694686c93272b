package dev.kilter.bench.forest;

import com.amazon.randomcutforest.RandomCutForest;
import java.util.HashMap;
import java.util.Map;

/** A full forest for each machine, in memory. */
public final class Forests {
  private final GrownForest first;
  private final Map<String, RandomCutForest> byMachine = new HashMap<>();

  /** Forests of one kind. */
  public Forests(ForestKind kind) {
    first = new GrownForest(kind);
  }

  /** How odd a row is to the forest of its machine, which then learns it. */
  public double score(String machine, float[] row) {
    RandomCutForest forest =
        byMachine.computeIfAbsent(machine, unseen -> first.copy(byMachine.size()));
    double score = forest.getAnomalyScore(row);
    forest.update(row);
    return score;
  }
}
