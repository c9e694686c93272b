package dev.kilter.job.operator;

import dev.kilter.score.Carried;
import dev.kilter.score.RecurrentState;
import dev.kilter.score.Score;
import dev.kilter.sequence.Subject;
import java.util.Arrays;

/** The rows of one entity that wait, and what is carried along them. */
final class Course {
  private final Subject subject;
  private RecurrentState before;
  private Carried from;
  private int rows;
  private float[] state;
  private int[] places = new int[4];
  private int size;

  Course(Subject subject) {
    this.subject = subject;
  }

  Subject subject() {
    return subject;
  }

  /** How many rows wait. */
  int size() {
    return size;
  }

  /** Where the row of this number waits. */
  int place(int number) {
    return places[number];
  }

  void add(int place) {
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
    }
    places[size++] = place;
  }

  /** What was carried so far. */
  void goOnFrom(RecurrentState before) {
    this.before = before;
  }

  /** Before the first row; a history that begins has a state of zeros. */
  void begin(StateArrays arrays, int stateSize) {
    rows = before.rows();
    state = arrays.goingOnFrom(before.values(), stateSize);
    from = before;
    before = null;
  }

  float[] state() {
    return state;
  }

  /** Where the state comes from. */
  Carried from() {
    return from;
  }

  /**
   * A row has gone through.
   *
   * @return how many had before it
   */
  int step(Score score) {
    int before = rows;
    rows = before == Integer.MAX_VALUE ? before : before + 1;
    from = score;
    return before;
  }

  /** What is carried on behind the last row; none waits any more. */
  RecurrentState end() {
    RecurrentState last = new RecurrentState(rows, state);
    state = null;
    from = null;
    size = 0;
    return last;
  }
}
