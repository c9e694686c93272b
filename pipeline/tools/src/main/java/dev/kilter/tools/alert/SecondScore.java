package dev.kilter.tools.alert;

import dev.kilter.onnx.ModelContract;
import dev.kilter.score.Score;
import dev.kilter.sequence.Sequence;

/**
 * The moment of an alert, scored again.
 *
 * @param contract what the model promises
 * @param rows what it was shown
 * @param score what it said
 * @param raw the score before averaging
 * @param average the score that was judged
 */
record SecondScore(
    ModelContract contract, Sequence rows, Score score, Compared raw, Compared average) {

  /** Whether all is as the alert says. */
  boolean same() {
    return raw.same() && average.same();
  }

  /** How many values were not measured. */
  int filled() {
    int filled = 0;
    for (boolean measured : rows.mask()) {
      filled += measured ? 0 : 1;
    }
    return filled;
  }
}
