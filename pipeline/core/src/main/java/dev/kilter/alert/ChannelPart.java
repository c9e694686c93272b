package dev.kilter.alert;

import dev.kilter.score.Score;
import dev.kilter.score.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one channel has to do with an alert.
 *
 * @param name the channel
 * @param observed its newest value, in its unit
 * @param expected what the model expected
 * @param part its share of all channels' averaged error, 0 to 1
 */
public record ChannelPart(String name, double observed, double expected, double part) {
  private static final int NAMED = 3;

  /** The channels that lead a verdict, the one with the largest part first. */
  public static List<ChannelPart> leading(Verdict verdict, List<String> names) {
    float[] parts = verdict.average().parts();
    double whole = IntStream.range(0, parts.length).mapToDouble(i -> share(parts[i])).sum();
    Score score = verdict.score();
    return IntStream.range(0, parts.length)
        .filter(i -> share(parts[i]) > 0)
        .mapToObj(
            i ->
                new ChannelPart(
                    names.get(i), score.observed()[i], score.expected()[i], parts[i] / whole))
        .sorted(Comparator.comparingDouble(ChannelPart::part).reversed())
        .limit(NAMED)
        .toList();
  }

  private static double share(float part) {
    return part > 0 ? part : 0;
  }
}
