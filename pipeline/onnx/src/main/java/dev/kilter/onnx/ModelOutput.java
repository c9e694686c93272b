package dev.kilter.onnx;

/**
 * What a network says of one sequence.
 *
 * @param expected the newest row as the network expects it, {@code [channel]}, in their units
 * @param errors how far the newest row is off, {@code [channel]}, in scaled units, not below 0
 * @param state what goes in with the next row, of a network that carries it; else empty
 */
public record ModelOutput(float[] expected, float[] errors, float[] state) {

  /** Whether every number is one: a network that gets NaN gives NaN, and says nothing of it. */
  public boolean isFinite() {
    return allFinite(expected) && allFinite(errors) && allFinite(state);
  }

  private static boolean allFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
