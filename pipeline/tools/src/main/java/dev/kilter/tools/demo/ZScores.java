package dev.kilter.tools.demo;

import dev.kilter.tools.simulate.Plant;
import dev.kilter.tools.simulate.Reading;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * How far each channel of a reading lies from its mean, in deviations, and how far is too far.
 *
 * <p>Learned from normal readings of the whole fleet; the alarm threshold is the {@value #QUANTILE}
 * quantile of the largest |z| of a reading there, the level that the model bundles are calibrated
 * to.
 */
final class ZScores {
  static final double QUANTILE = 0.9999;
  private static final int NAMED = 3;

  private final double[] mean;
  private final double[] deviation;
  private final double threshold;

  private ZScores(double[] mean, double[] deviation, double threshold) {
    this.mean = mean;
    this.deviation = deviation;
    this.threshold = threshold;
  }

  /** Goes through the readings twice. */
  static ZScores learn(Iterable<Reading> normal) {
    int channels = Plant.CHANNELS.size();
    Moments[] moments = new Moments[channels];
    Arrays.setAll(moments, c -> new Moments());
    normal.forEach(reading -> addTo(moments, reading.values()));
    double[] mean = Arrays.stream(moments).mapToDouble(Moments::mean).toArray();
    double[] deviation = Arrays.stream(moments).mapToDouble(Moments::deviation).toArray();
    ZScores withoutThreshold = new ZScores(mean, deviation, Double.NaN);
    return new ZScores(mean, deviation, withoutThreshold.quantile(normal));
  }

  double threshold() {
    return threshold;
  }

  /** The largest |z| among the channels that are present; 0 if none is. */
  double largest(Reading reading) {
    return IntStream.range(0, mean.length).mapToDouble(c -> size(reading, c)).max().orElse(0);
  }

  boolean odd(Reading reading) {
    return largest(reading) > threshold;
  }

  /** The names of the channels with the largest |z|, the largest first. */
  List<String> leading(Reading reading) {
    return IntStream.range(0, mean.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer c) -> size(reading, c)).reversed())
        .limit(NAMED)
        .map(c -> Plant.CHANNELS.get(c).name())
        .toList();
  }

  private double size(Reading reading, int channel) {
    double z = Math.abs(reading.values()[channel] - mean[channel]) / deviation[channel];
    return Double.isNaN(z) ? 0 : z;
  }

  private double quantile(Iterable<Reading> normal) {
    double[] sizes =
        StreamSupport.stream(normal.spliterator(), false)
            .mapToDouble(this::largest)
            .sorted()
            .toArray();
    int rank = (int) Math.ceil(QUANTILE * sizes.length) - 1;
    return sizes[Math.max(0, rank)];
  }

  private static void addTo(Moments[] moments, double[] values) {
    for (int c = 0; c < values.length; c++) {
      if (!Double.isNaN(values[c])) {
        moments[c].add(values[c]);
      }
    }
  }
}
