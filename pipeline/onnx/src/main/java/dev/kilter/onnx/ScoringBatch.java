package dev.kilter.onnx;

import dev.kilter.score.Carried;
import dev.kilter.score.Score;
import dev.kilter.sequence.Sequence;
import java.util.Arrays;
import java.util.Optional;

/** Sequences on their way through a network, and what came of each; used again and again. */
public final class ScoringBatch {
  private static final int FEW = 32;

  private Sequence[] sequences = new Sequence[FEW];
  private float[][] states = new float[FEW][];
  private Carried[] carried = new Carried[FEW];
  private Score[] scores = new Score[FEW];
  private String[] failures = new String[FEW];
  private int size;
  private boolean rowsFollow;
  private boolean carriedOn;

  /**
   * Adds a sequence.
   *
   * @param state what is carried into it, of a network that carries state; becomes what is carried
   *     out of it. Of one that carries none it is not looked at
   */
  public void add(Sequence sequence, float[] state) {
    add(sequence, state, null);
  }

  /**
   * The same.
   *
   * @param from where the state comes from: what the score is told to have been given with
   */
  public void add(Sequence sequence, float[] state, Carried from) {
    if (size == sequences.length) {
      grow();
    }
    sequences[size] = sequence;
    states[size] = state;
    carried[size] = from;
    size++;
  }

  private void grow() {
    sequences = Arrays.copyOf(sequences, 2 * size);
    states = Arrays.copyOf(states, 2 * size);
    carried = Arrays.copyOf(carried, 2 * size);
    scores = Arrays.copyOf(scores, 2 * size);
    failures = Arrays.copyOf(failures, 2 * size);
  }

  /** Empties the batch. */
  public void clear() {
    Arrays.fill(sequences, 0, size, null);
    Arrays.fill(states, 0, size, null);
    Arrays.fill(carried, 0, size, null);
    Arrays.fill(scores, 0, size, null);
    Arrays.fill(failures, 0, size, null);
    size = 0;
    rowsFollow = false;
    carriedOn = false;
  }

  /**
   * Of a network that carries state: whether the next rows of the same entities follow, each in the
   * place of the one before it. Till the last the states stay with the network.
   */
  public void rowsFollow(boolean follow) {
    rowsFollow = follow;
  }

  /**
   * Puts the next row in the place of the one before it, of which only is known that its state came
   * out of it: where it has a score, that says so from now on.
   */
  public void next(int index, Sequence row) {
    sequences[index] = row;
    carried[index] = scores[index] == null ? carried[index] : scores[index];
    scores[index] = null;
    failures[index] = null;
  }

  /** How many sequences there are. */
  public int size() {
    return size;
  }

  /** The sequence in this place. */
  public Sequence sequence(int index) {
    return sequences[index];
  }

  /** The score of the sequence in this place; none where the network gave no number. */
  public Optional<Score> score(int index) {
    return Optional.ofNullable(scores[index]);
  }

  /** The same, null for none: nothing is made that is only thrown away. */
  public Score scoreOrNull(int index) {
    return scores[index];
  }

  /** Why the network did not run on the sequence in this place; null where it did. */
  public String failure(int index) {
    return failures[index];
  }

  float[] state(int index) {
    return states[index];
  }

  /** Where the state that goes in with a sequence comes from; null where none does. */
  Carried carried(int index) {
    return carried[index];
  }

  boolean rowsFollow() {
    return rowsFollow;
  }

  /** Whether the states are with the network that ran last, and those here are older. */
  boolean isCarriedOn() {
    return carriedOn;
  }

  void carriedOn(boolean withNetwork) {
    carriedOn = withNetwork;
  }

  void fail(int index, String why) {
    failures[index] = why;
  }

  void take(int index, Score score) {
    scores[index] = score;
  }
}
