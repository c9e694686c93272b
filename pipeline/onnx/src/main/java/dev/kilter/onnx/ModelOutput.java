package dev.kilter.onnx;

/**
 * What a network says of one sequence: what it expected, or how probable each class is.
 *
 * @param expected the newest row as the network expects it, {@code [channel]}, in their units
 * @param errors how far the newest row is off, {@code [channel]}, in scaled units, not below 0
 * @param state what goes in with the next row, of a network that carries it; else empty
 * @param probabilities how probable each class is, 0 to 1, of a network that classifies; else empty
 */
public record ModelOutput(float[] expected, float[] errors, float[] state, float[] probabilities) {
  private static final float[] NONE = {};

  /** What a network says that expects something. */
  static ModelOutput expecting(float[] expected, float[] errors, float[] state) {
    return new ModelOutput(expected, errors, state, NONE);
  }

  /** What a network says that classifies. */
  static ModelOutput classifying(float[] probabilities) {
    return new ModelOutput(NONE, NONE, NONE, probabilities);
  }

  /** The row of the output that the kind is called by. */
  float[] answer(ModelKind kind) {
    return kind.expects() ? expected : probabilities;
  }

  /**
   * Whether every number of the other is the same.
   *
   * @param tolerance how far apart they may be, absolutely and relatively
   */
  boolean sameAs(ModelOutput other, double tolerance) {
    return same(expected, other.expected, tolerance)
        && same(errors, other.errors, tolerance)
        && same(state, other.state, tolerance)
        && same(probabilities, other.probabilities, tolerance);
  }

  private static boolean same(float[] some, float[] others, double tolerance) {
    boolean same = some.length == others.length;
    for (int index = 0; same && index < some.length; index++) {
      double allowed = tolerance * Math.max(1, Math.abs(some[index]));
      same =
          Float.compare(some[index], others[index]) == 0
              || Math.abs(some[index] - others[index]) <= allowed;
    }
    return same;
  }

  /** Whether every number is one: a network that gets NaN gives NaN, and says nothing of it. */
  public boolean isFinite() {
    return Finite.all(expected)
        && Finite.all(errors)
        && Finite.all(state)
        && Finite.all(probabilities);
  }
}
