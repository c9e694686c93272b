package dev.kilter.sequence;

/**
 * A window without its rows.
 *
 * @param capacity the most rows it keeps
 * @param oldest where in the ring the oldest row lies
 * @param size how many rows there are
 * @param rowsSeen how many there were since it began
 * @param held what is known of each channel apart from the rows
 */
public record WindowFrame(int capacity, int oldest, int size, long rowsSeen, Held held) {

  /**
   * What is known of each channel apart from the rows.
   *
   * @param values its last measured value; NaN if there was none
   * @param timesMillis the event time of that
   * @param unhealthy whether it was not to be trusted at the newest row
   */
  public record Held(float[] values, long[] timesMillis, boolean[] unhealthy) {}
}
