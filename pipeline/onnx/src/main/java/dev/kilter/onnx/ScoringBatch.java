package dev.kilter.onnx;

import dev.kilter.score.Score;
import dev.kilter.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sequences on their way through a network, and what came of each; used again and again. */
public final class ScoringBatch {
  private final List<Sequence> sequences = new ArrayList<>();
  private final List<float[]> states = new ArrayList<>();
  private final List<Score> scores = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  /**
   * Adds a sequence.
   *
   * @param state what is carried into it, of a network that carries state; becomes what is carried
   *     out of it. Of one that carries none it is not looked at
   */
  public void add(Sequence sequence, float[] state) {
    sequences.add(sequence);
    states.add(state);
    scores.add(null);
    failures.add(null);
  }

  /** Empties the batch. */
  public void clear() {
    sequences.clear();
    states.clear();
    scores.clear();
    failures.clear();
  }

  /** How many sequences there are. */
  public int size() {
    return sequences.size();
  }

  /** The sequence in this place. */
  public Sequence sequence(int index) {
    return sequences.get(index);
  }

  /** The score of the sequence in this place; none where the network gave no number. */
  public Optional<Score> score(int index) {
    return Optional.ofNullable(scores.get(index));
  }

  /** The same, null for none: nothing is made that is only thrown away. */
  public Score scoreOrNull(int index) {
    return scores.get(index);
  }

  /** Why the network did not run on the sequence in this place; null where it did. */
  public String failure(int index) {
    return failures.get(index);
  }

  float[] state(int index) {
    return states.get(index);
  }

  void fail(int index, String why) {
    failures.set(index, why);
  }

  void take(int index, Score score) {
    scores.set(index, score);
  }
}
