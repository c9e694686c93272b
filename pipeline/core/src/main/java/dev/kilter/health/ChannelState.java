package dev.kilter.health;

/** What is remembered of one channel of one entity. Plain data, so Flink can keep it as state. */
public final class ChannelState {
  /** A time that never was. */
  public static final long NEVER = Long.MIN_VALUE;

  /** The last value that could be trusted; NaN if there was none. */
  public double accepted = Double.NaN;

  /** Its event time. */
  public long acceptedMillis = NEVER;

  /** Event time of the last value, trusted or not. */
  public long seenMillis = NEVER;

  /** Since when the value is the same. */
  public long unchangedMillis = NEVER;

  /** Since when the kind of trouble that {@link #trouble} names lasts. */
  public long troubleMillis = NEVER;

  /** What stands in the way of trusting it, or null. */
  public HealthKind trouble;

  /** Of a counter, its last reading; NaN otherwise. */
  public double counted = Double.NaN;

  /** The event time of that reading. */
  public long countedMillis = NEVER;

  /** The same, which goes its own way from here. */
  public ChannelState copy() {
    ChannelState copy = new ChannelState();
    copy.accepted = accepted;
    copy.acceptedMillis = acceptedMillis;
    copy.seenMillis = seenMillis;
    copy.unchangedMillis = unchangedMillis;
    copy.troubleMillis = troubleMillis;
    copy.trouble = trouble;
    copy.counted = counted;
    copy.countedMillis = countedMillis;
    return copy;
  }
}
