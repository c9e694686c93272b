package dev.kilter.onnx;

import java.util.Map;

/** Checks numbers that were measured: means, deviations and quantiles. */
record StatisticsCheck(Requirements requirements, int channels) {

  /** One finite mean and one deviation above 0 for each channel. */
  void spread(String key, float[] mean, float[] deviation) {
    perChannel(key + ".mean", mean);
    perChannel(key + ".deviation", deviation);
    for (float value : deviation) {
      requirements.require(value > 0, key + ".deviation", value, "numbers above 0");
    }
  }

  /** At least one level, each with a score above 0. */
  void quantiles(String key, Map<String, Double> quantiles) {
    requirements.require(
        quantiles != null && !quantiles.isEmpty(),
        key,
        quantiles,
        "at least one, such as {\"0.999\": 2.5}");
    quantiles.forEach(
        (level, score) -> {
          requirements.require(isLevel(level), key, level, "a level between 0 and 1");
          requirements.require(
              score != null && score > 0 && !score.isInfinite(),
              key + "." + level,
              score,
              "a score above 0");
        });
  }

  private void perChannel(String key, float[] values) {
    requirements.require(
        values != null && values.length == channels,
        key,
        values == null ? null : values.length + " numbers",
        channels + " numbers, one per channel");
    for (float value : values) {
      requirements.require(Float.isFinite(value), key, value, "finite numbers");
    }
  }

  private static boolean isLevel(String level) {
    try {
      double number = Double.parseDouble(level);
      return number > 0 && number < 1;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
