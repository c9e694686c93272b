package dev.kilter.tools.calibrate;

import dev.kilter.UserError;
import dev.kilter.onnx.ModelContract;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The errors of normal data as the contract has them.
 *
 * @param mean of each channel
 * @param deviation of each channel, above 0
 */
record UsualErrors(float[] mean, float[] deviation) {
  private static final MathContext DIGITS = new MathContext(7);

  /**
   * From what was measured.
   *
   * @throws UserError when a channel has none, or nothing is held out
   */
  static UsualErrors of(NormalErrors errors, ModelContract contract, MeasuredScaling channels) {
    check(errors);
    Moments moments = errors.moments();
    ErrorFloor floor = new ErrorFloor(contract, channels);
    float[] mean = new float[moments.channels()];
    float[] deviation = new float[moments.channels()];
    for (int channel = 0; channel < mean.length; channel++) {
      if (moments.count(channel) == 0) {
        throw new UserError(
            "No sequence of the normal data ends with a measured value of "
                + contract.channelNames().get(channel)
                + ", so its errors cannot be told; record more, or look at sequence.period.");
      }
      mean[channel] = rounded(moments.mean(channel));
      deviation[channel] = rounded(Math.max(moments.deviation(channel), floor.of(channel)));
    }
    return new UsualErrors(mean, deviation);
  }

  private static void check(NormalErrors errors) {
    if (errors.measured() > 0 && errors.held() > 0) {
      return;
    }
    boolean none = errors.measured() + errors.held() == 0;
    String why = errors.notJudged().mostly().map(most -> " Mostly: " + most + ".").orElse("");
    throw new UserError(
        none
            ? "No sequence of the normal data can be scored." + why
            : "There is nothing left to "
                + (errors.held() == 0 ? "measure quantiles on" : "measure errors on")
                + " when the data are parted; record more, or choose another --held-out."
                + why);
  }

  private static float rounded(double value) {
    return new BigDecimal(value).round(DIGITS).floatValue();
  }
}
