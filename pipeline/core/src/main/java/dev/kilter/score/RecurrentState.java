package dev.kilter.score;

/**
 * What a network carries from one row of an entity to the next. Plain data, so Flink can keep it as
 * state.
 *
 * @param rows how many rows went into it
 * @param values the numbers that the network gave, as it takes them; empty before the first row
 */
public record RecurrentState(int rows, float[] values) implements Carried {

  /** The state before the first row. */
  public static RecurrentState begin() {
    return new RecurrentState(0, new float[0]);
  }

  /** The state after one more row. */
  public RecurrentState next(float[] newest) {
    return new RecurrentState(rows == Integer.MAX_VALUE ? rows : rows + 1, newest);
  }
}
