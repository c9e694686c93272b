package dev.kilter.tools.calibrate;

import dev.kilter.onnx.ModelContract;

/**
 * The least deviation that errors of a channel may have: a hundredth of the channel's own, so that
 * a channel that never moved cannot make a large score of next to nothing.
 *
 * @param contract the model's contract
 * @param channels the channels as they were measured
 */
record ErrorFloor(ModelContract contract, MeasuredScaling channels) {
  private static final float SHARE = 0.01f;

  /** In the errors' own scale; what a network gives may be squared. */
  float of(int channel) {
    if (contract.errorsOutput().isPresent()) {
      return SHARE * SHARE;
    }
    return SHARE * channels.deviation()[channel] / contract.scaling().deviation()[channel];
  }
}
