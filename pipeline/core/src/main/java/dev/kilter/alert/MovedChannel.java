package dev.kilter.alert;

import dev.kilter.score.Baseline;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A channel whose errors are measured from elsewhere than the model's own statistics say.
 *
 * @param name the channel
 * @param level what is normal of its standardised error
 * @param spread the deviation of that
 */
public record MovedChannel(String name, float level, float spread) {

  /** Those of a baseline, which may be null. */
  static List<MovedChannel> of(Baseline baseline, List<String> names) {
    if (baseline == null) {
      return List.of();
    }
    return IntStream.range(0, baseline.levels().length)
        .filter(baseline::isMoved)
        .mapToObj(
            channel ->
                new MovedChannel(
                    names.get(channel), baseline.levels()[channel], baseline.spreads()[channel]))
        .toList();
  }
}
