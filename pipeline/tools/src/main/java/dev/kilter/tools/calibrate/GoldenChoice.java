package dev.kilter.tools.calibrate;

import dev.kilter.onnx.ModelContract;
import dev.kilter.onnx.ModelInput;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the sequences that golden outputs are of: the newest, the one that moves most, a faulty
 * one, one far out of range, and a wild one. With a mask two of them lack a channel, wholly or
 * towards the end. Where lengths vary, all of them again with the fewest rows.
 *
 * @param contract the model's contract
 * @param excerpts stretches of normal rows
 * @param scaling the usual values
 */
record GoldenChoice(ModelContract contract, Excerpts excerpts, MeasuredScaling scaling) {
  private static final float FAULT_DEVIATIONS = 1.5f;
  private static final float FAR_DEVIATIONS = 8;
  private static final double[] WILD_DEVIATIONS = {1, 30, 4, 100, 10, 2};
  private static final double WILD_PACE = 0.7;

  List<ModelInput> inputs() {
    int length = contract.rowsToShow();
    int least = contract.leastRowsToShow();
    int size = length * channels();
    Excerpt newest = excerpts.newest().repeatedTo(size);
    List<ModelInput> inputs = new ArrayList<>();
    inputs.add(new ModelInput(newest.values(), newest.mask()));
    Excerpt liveliest = excerpts.liveliest(scaling.deviation()).repeatedTo(size);
    inputs.add(withoutFirst(new ModelInput(liveliest.values(), liveliest.mask())));
    inputs.add(withoutLastLately(new ModelInput(faulty(newest.values()), newest.mask())));
    inputs.add(new ModelInput(farOut(size), newest.mask()));
    inputs.add(new ModelInput(wild(size), newest.mask()));
    if (least < length) {
      List.copyOf(inputs).forEach(input -> inputs.add(newestRows(input, least)));
    }
    return inputs;
  }

  private int channels() {
    return contract.channels().size();
  }

  private ModelInput withoutFirst(ModelInput input) {
    return without(input, 0, 0);
  }

  private ModelInput withoutLastLately(ModelInput input) {
    return without(input, channels() - 1, contract.rowsToShow() / 2);
  }

  /** A network that takes no mask has every value. */
  private ModelInput without(ModelInput input, int channel, int fromRow) {
    if (contract.maskInput().isEmpty() || channels() == 1) {
      return input;
    }
    boolean[] mask = input.mask().clone();
    for (int at = fromRow * channels() + channel; at < mask.length; at += channels()) {
      mask[at] = false;
    }
    return new ModelInput(input.values(), mask);
  }

  /** In the newer half every channel drifts off, one up, the next one down. */
  private float[] faulty(float[] values) {
    float[] drifted = values.clone();
    int half = drifted.length / channels() / 2;
    for (int at = half * channels(); at < drifted.length; at++) {
      float share = (float) (at / channels() - half + 1) / (drifted.length / channels() - half);
      drifted[at] += share * offset(at % channels(), FAULT_DEVIATIONS);
    }
    return drifted;
  }

  /** Every third row is 0 throughout. */
  private float[] farOut(int size) {
    float[] values = new float[size];
    for (int at = 0; at < size; at++) {
      int channel = at % channels();
      boolean zero = at / channels() % 3 == 0;
      values[at] = zero ? 0 : scaling.mean()[channel] + offset(channel, FAR_DEVIATIONS);
    }
    return values;
  }

  /**
   * Each channel by another size and at another pace, so that a weight nothing usual moves shows.
   */
  private float[] wild(int size) {
    float[] values = new float[size];
    for (int at = 0; at < size; at++) {
      int channel = at % channels();
      int row = at / channels();
      double wave = Math.sin(WILD_PACE * row * (1 + channel) + channel);
      double deviations = WILD_DEVIATIONS[channel % WILD_DEVIATIONS.length] * wave;
      values[at] = (float) (scaling.mean()[channel] + deviations * scaling.deviation()[channel]);
    }
    return values;
  }

  private float offset(int channel, float deviations) {
    float size = deviations * scaling.deviation()[channel];
    return channel % 2 == 0 ? size : -size;
  }

  private ModelInput newestRows(ModelInput input, int rows) {
    int from = input.values().length - rows * channels();
    int size = rows * channels();
    float[] values = new float[size];
    boolean[] mask = new boolean[size];
    System.arraycopy(input.values(), from, values, 0, size);
    System.arraycopy(input.mask(), from, mask, 0, size);
    return new ModelInput(values, mask);
  }
}
