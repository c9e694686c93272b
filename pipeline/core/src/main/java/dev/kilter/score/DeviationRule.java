package dev.kilter.score;

import java.io.Serializable;

/**
 * Which deviations of a channel matter, however odd the model finds them.
 *
 * @param direction which way it has to be off
 * @param least by how much at least, in the channel's unit
 * @param leastRelative by which share of what was expected at least; 0.05 is 5 %
 */
public record DeviationRule(Direction direction, double least, double leastRelative)
    implements Serializable {
  /** Every deviation matters. */
  public static final DeviationRule ALL = new DeviationRule(Direction.BOTH, 0, 0);

  /** Whether it matters that this was observed where that was expected. */
  boolean matters(double observed, double expected) {
    double deviation = observed - expected;
    double size = Math.abs(deviation);
    return direction.holds(deviation)
        && size >= least
        && size >= leastRelative * Math.abs(expected);
  }
}
