package dev.kilter.health;

import java.io.Serializable;

/**
 * What a channel's values must be like to be trusted.
 *
 * @param low the least value that can be real
 * @param high the greatest value that can be real
 * @param maxRate the most it can move in a second, in its unit; infinite: not looked at
 * @param flatAfterMillis the same value for so long is a sensor that is stuck; 0: not looked at
 * @param silentAfterMillis no value for so long while others report; 0: not looked at
 * @param counter whether it ever grows, so that its rate in a second is what is looked at
 */
public record ChannelRules(
    double low,
    double high,
    double maxRate,
    long flatAfterMillis,
    long silentAfterMillis,
    boolean counter)
    implements Serializable {

  /** Rules that trust every value. */
  public static ChannelRules none() {
    return new ChannelRules(
        Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0, false);
  }

  boolean contains(double value) {
    return value >= low && value <= high;
  }
}
