package dev.kilter.job.type;

import dev.kilter.health.Ailment;
import dev.kilter.health.HealthKind;
import dev.kilter.sequence.OffsetRange;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What values are made of, drawn from a seed. */
abstract class Draws {
  /** Those there were when the bytes were written down: the draws must stay the same. */
  private static final List<HealthKind> KINDS =
      List.of(
          HealthKind.SILENT,
          HealthKind.FLAT,
          HealthKind.OUT_OF_RANGE,
          HealthKind.JUMPING,
          HealthKind.TOO_MUCH_IMPUTED,
          HealthKind.TOO_FEW_CHANNELS,
          HealthKind.NO_DETECTOR,
          HealthKind.NOT_ENOUGH_HISTORY);

  final Random random;

  Draws(long seed) {
    // Seeds next to each other begin alike: multiplied, they draw every kind of value.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  HealthKind kind() {
    int at = random.nextInt(KINDS.size() + 1);
    return at == KINDS.size() ? null : KINDS.get(at);
  }

  /** None, or some, some of them of no channel. */
  List<Ailment> ailments() {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(
            i ->
                new Ailment(
                    KINDS.get(random.nextInt(KINDS.size())),
                    random.nextBoolean() ? text() : null,
                    time()))
        .toList();
  }

  long time() {
    return random.nextInt(4) == 0 ? Long.MIN_VALUE : random.nextLong() >>> 20;
  }

  float[] floats() {
    return floats(random.nextInt(9));
  }

  float[] floats(int count) {
    float[] values = new float[count];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(4) == 0 ? Float.NaN : (float) random.nextGaussian();
    }
    return values;
  }

  boolean[] flags() {
    return flags(random.nextInt(9));
  }

  boolean[] flags(int count) {
    boolean[] flags = new boolean[count];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = random.nextBoolean();
    }
    return flags;
  }

  List<OffsetRange> offsets() {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(i -> new OffsetRange(i, random.nextLong(), random.nextLong()))
        .toList();
  }

  byte[] bytes() {
    if (random.nextInt(4) == 0) {
      return null;
    }
    byte[] bytes = new byte[random.nextInt(9)];
    random.nextBytes(bytes);
    return bytes;
  }

  String text() {
    return "pümp-😀\u0000".substring(0, random.nextInt(8)) + random.nextInt(100);
  }
}
