package dev.kilter.onnx;

import dev.kilter.Digest;
import dev.kilter.score.ErrorStatistics;
import java.util.Arrays;
import java.util.Map;

/**
 * What is normal for an entity under a model.
 *
 * @param scaling mean and deviation of its channels, where they are not those of the model; else
 *     null
 * @param errors what the model's errors look like
 * @param quantiles the scores that so much of the time are not exceeded, by level
 * @param own whether scores are made of it otherwise than of other entities
 */
public record Statistics(
    ModelContract.Scaling scaling,
    ErrorStatistics errors,
    Map<String, Double> quantiles,
    boolean own) {
  private static final int DIGITS = 8;

  /** What {@code model.json} says. */
  static Statistics pooled(ModelContract contract) {
    return new Statistics(null, contract.errorStatistics(), contract.quantiles(), false);
  }

  /** The same with what an entity has of its own. */
  Statistics with(EntitiesFile.Entity entity) {
    return new Statistics(
        entity.scaling() == null
            ? null
            : new ModelContract.Scaling(entity.scaling().mean(), entity.scaling().deviation()),
        entity.errors() == null
            ? errors
            : new ErrorStatistics(
                entity.errors().mean(), entity.errors().deviation(), errors.counted()),
        entity.quantiles() == null ? quantiles : entity.quantiles(),
        entity.scaling() != null || entity.errors() != null);
  }

  /** Tells one scaling and one way to standardise from another: scores are of different kinds. */
  public String digest() {
    return Digest.of(
            scaling == null ? "" : Arrays.toString(scaling.mean()),
            scaling == null ? "" : Arrays.toString(scaling.deviation()),
            Arrays.toString(errors.mean()),
            Arrays.toString(errors.deviation()))
        .substring(0, DIGITS);
  }
}
