package dev.kilter.job.operator;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Arrays for what networks carry from row to row, used again from batch to batch. What a batch
 * began with stays as it is until that batch and the next have left: scores tell of it.
 */
final class StateArrays {
  private Deque<float[]> free = new ArrayDeque<>();
  private Deque<float[]> ofTheBatchBefore = new ArrayDeque<>();
  private Deque<float[]> ofTheBatch = new ArrayDeque<>();

  /**
   * The next batch begins: what the batch before the last one began with is not needed any more.
   */
  void turn() {
    Deque<float[]> emptied = free;
    emptied.clear();
    free = ofTheBatchBefore;
    ofTheBatchBefore = ofTheBatch;
    ofTheBatch = emptied;
  }

  /**
   * An array to go on with from what was kept, which stays as it is; zeros if there is nothing.
   *
   * @param size how many numbers there are
   */
  float[] goingOnFrom(float[] kept, int size) {
    if (kept.length == 0) {
      return new float[size];
    }
    ofTheBatch.add(kept);
    float[] state = free.poll();
    if (state == null || state.length != kept.length) {
      return kept.clone();
    }
    System.arraycopy(kept, 0, state, 0, kept.length);
    return state;
  }
}
