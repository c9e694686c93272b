package dev.kilter.onnx;

/**
 * Takes values between an entity's scale and the scale of its model: what is so many deviations off
 * the entity's mean is as many off the mean that the network knows. Missing values stay missing.
 */
final class OwnScale {
  private final ModelContract.Scaling own;
  private final ModelContract.Scaling model;

  private OwnScale(ModelContract.Scaling own, ModelContract.Scaling model) {
    this.own = own;
    this.model = model;
  }

  /** The scale of an entity; null where it is the model's. */
  static OwnScale of(Statistics statistics, ModelContract contract) {
    return statistics.scaling() == null
        ? null
        : new OwnScale(statistics.scaling(), contract.scaling());
  }

  /** Rows of the entity as the model takes them. */
  float[] toModel(float[] values) {
    return moved(values, own, model);
  }

  /** What the model expects, in the units of the entity's channels. */
  float[] fromModel(float[] values) {
    return moved(values, model, own);
  }

  private static float[] moved(
      float[] values, ModelContract.Scaling from, ModelContract.Scaling to) {
    int channels = from.mean().length;
    float[] moved = new float[values.length];
    for (int at = 0; at < values.length; at++) {
      int channel = at % channels;
      double deviations = ((double) values[at] - from.mean()[channel]) / from.deviation()[channel];
      moved[at] = (float) (deviations * to.deviation()[channel] + to.mean()[channel]);
    }
    return moved;
  }
}
