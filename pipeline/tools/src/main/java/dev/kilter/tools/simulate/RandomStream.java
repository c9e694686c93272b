package dev.kilter.tools.simulate;

import java.util.Random;

/**
 * What chance decides, each with a stream of its own, so that switching one off leaves the others
 * as they are.
 *
 * <p>{@link Random} and {@link StrictMath} are specified to the bit, so a plan yields the same
 * readings everywhere.
 */
enum RandomStream {
  DUTY(1),
  SPREAD(2),
  SENSORS(3),
  LOAD(4),
  MAINS(5),
  AMBIENT(6),
  OFFSET(7),
  SITE(8),
  PLACEMENT(9),
  ROUGHNESS(10),
  TRANSMISSION(11);

  /** Fixed, so that a purpose more leaves the readings of a seed as they were. */
  private final int number;

  RandomStream(int number) {
    this.number = number;
  }

  /** The stream of this purpose for the pump with this index. */
  Random of(long seed, int index) {
    return new Random(mix(mix(mix(seed) + number) + index));
  }

  /**
   * The finaliser of SplitMix64 (Steele, Lea, Flood 2014): neighbouring seeds give unrelated
   * streams.
   */
  private static long mix(long seed) {
    long z = seed + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
