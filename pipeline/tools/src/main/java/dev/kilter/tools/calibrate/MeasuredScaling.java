package dev.kilter.tools.calibrate;

import dev.kilter.UserError;
import dev.kilter.onnx.ModelContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Mean and deviation of each channel on normal rows. By the rule of the training in {@code models}:
 * a channel that is constant has a hundredth of its value for a deviation, or 1 where that is 0.
 *
 * @param mean {@code [channel]}
 * @param deviation {@code [channel]}, above 0
 * @param warnings a line for each channel that is constant
 */
record MeasuredScaling(float[] mean, float[] deviation, List<String> warnings) {
  private static final double CONSTANT = 1e-6;

  /**
   * Measures them.
   *
   * @throws UserError when every channel is constant
   */
  static MeasuredScaling of(Moments moments, List<String> names) {
    float[] mean = new float[moments.channels()];
    float[] deviation = new float[moments.channels()];
    List<String> warnings = new ArrayList<>();
    for (int channel = 0; channel < mean.length; channel++) {
      mean[channel] = (float) moments.mean(channel);
      deviation[channel] = (float) moments.deviation(channel);
      if (moments.deviation(channel) <= CONSTANT * Math.abs(moments.mean(channel))) {
        double size = Math.abs(moments.mean(channel));
        deviation[channel] = size == 0 ? 1 : (float) (size / 100);
        warnings.add(constant(names.get(channel), mean[channel], deviation[channel]));
      }
    }
    if (warnings.size() == mean.length) {
      throw new UserError(
          "Every channel of the normal data is constant ("
              + String.join(", ", names)
              + "): there is nothing to calibrate on. Record the machine while it works.");
    }
    return new MeasuredScaling(mean, deviation, List.copyOf(warnings));
  }

  ModelContract.Scaling asScaling() {
    return new ModelContract.Scaling(mean, deviation);
  }

  private static String constant(String name, float mean, float deviation) {
    return String.format(
        Locale.ROOT,
        "channel %s is constant at %.6g; its deviation is taken as %.6g",
        name,
        mean,
        deviation);
  }
}
