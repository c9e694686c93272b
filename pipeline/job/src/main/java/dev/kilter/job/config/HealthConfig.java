package dev.kilter.job.config;

import java.io.Serializable;
import java.time.Duration;

/**
 * What it takes to be judged.
 *
 * @param silentAfter an entity without an event for so long is silent; zero: not looked at
 * @param maxImputed the largest share of a sequence's values that may be filled in, 0 to 1
 * @param minHealthy the least share of a model's channels that must be healthy, 0 to 1
 */
public record HealthConfig(Duration silentAfter, double maxImputed, double minHealthy)
    implements Serializable {

  static HealthConfig read(YamlSection health) {
    HealthConfig config =
        new HealthConfig(
            health.duration("silent-after", Duration.ofMinutes(10)),
            health.parsed("max-imputed", 0.5, HealthConfig::share),
            health.parsed("min-healthy", 0.5, HealthConfig::share));
    health.finish();
    return config;
  }

  private static double share(String text) {
    double share = Parsers.number(text);
    if (share < 0 || share > 1) {
      throw new IllegalArgumentException("a share from 0 to 1, such as 0.5");
    }
    return share;
  }
}
