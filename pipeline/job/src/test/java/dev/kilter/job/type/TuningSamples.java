package dev.kilter.job.type;

import dev.kilter.alert.feedback.NewNormal;
import dev.kilter.alert.feedback.RememberedIncident;
import dev.kilter.alert.feedback.Tuning;
import dev.kilter.score.Stretch;
import java.util.List;
import java.util.stream.Stream;

/** What people's verdicts have come to, drawn from a seed. */
final class TuningSamples {
  private TuningSamples() {}

  static Tuning drawn(Samples samples) {
    if (samples.random.nextInt(4) == 0) {
      return Tuning.NONE;
    }
    List<RememberedIncident> remembered =
        Stream.generate(() -> incident(samples)).limit(samples.random.nextInt(4)).toList();
    NewNormal learning = samples.random.nextBoolean() ? null : normal(samples);
    return new Tuning(
        1 + samples.random.nextDouble(),
        learning,
        samples.random.nextBoolean(),
        remembered,
        samples.random.nextBoolean() ? Tuning.NEVER : samples.random.nextInt());
  }

  private static RememberedIncident incident(Samples samples) {
    return new RememberedIncident(
        samples.text(),
        samples.random.nextInt(),
        samples.random.nextInt(),
        samples.random.nextBoolean(),
        samples.random.nextGaussian(),
        samples.random.nextBoolean() ? null : ControlSamples.verdict(samples));
  }

  private static NewNormal normal(Samples samples) {
    int channels = 1 + samples.random.nextInt(3);
    int[] counts = samples.random.ints(channels, 0, 100).toArray();
    double[] means = samples.random.doubles(channels).toArray();
    double[] squares = samples.random.doubles(channels).toArray();
    Stretch seen = new Stretch(samples.random.nextInt(), counts, means, squares);
    return new NewNormal(
        ControlSamples.feedback(samples), incident(samples), samples.random.nextInt(50), seen);
  }
}
