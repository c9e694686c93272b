package dev.kilter.bench.forest;

import com.amazon.randomcutforest.RandomCutForest;
import java.io.Serializable;

/**
 * Random cut forests with the library's own settings: 50 trees of 256 rows.
 *
 * @param channels how many numbers a row has
 * @param rows how many of the newest rows are looked at together
 * @param keptBoxes which share of the trees' bounding boxes is kept, and not computed again each
 *     time: a matter of time and memory, not of scores
 */
public record ForestKind(int channels, int rows, double keptBoxes) implements Serializable {

  /** One that has learnt nothing yet. */
  public RandomCutForest empty(long seed) {
    return RandomCutForest.builder()
        .dimensions(channels * rows)
        .shingleSize(rows)
        .internalShinglingEnabled(true)
        .boundingBoxCacheFraction(keptBoxes)
        .randomSeed(seed)
        .build();
  }
}
