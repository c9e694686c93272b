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
    double[] shares = verdict.shares();
    Score score = verdict.score();
    float[] observed = score.observed();
    return IntStream.range(0, shares.length)
        .filter(i -> shares[i] > 0)
        .mapToObj(i -> new ChannelPart(names.get(i), observed[i], score.expected()[i], shares[i]))
        .sorted(Comparator.comparingDouble(ChannelPart::part).reversed())
        .limit(NAMED)
        .toList();
  }
}
