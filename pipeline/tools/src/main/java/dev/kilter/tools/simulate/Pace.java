package dev.kilter.tools.simulate;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Holds readings back until their simulated time has come. */
public final class Pace {
  private final Speed speed;
  private final long fromMillis;
  private final LongSupplier clockNanos;
  private final long startNanos;

  public Pace(Speed speed, long fromMillis, LongSupplier clockNanos) {
    this.speed = speed;
    this.fromMillis = fromMillis;
    this.clockNanos = clockNanos;
    this.startNanos = clockNanos.getAsLong();
  }

  /** How long a reading of this simulated time still has to wait; 0 or less when it is due. */
  long waitNanos(long timeMillis) {
    if (speed.isUnlimited()) {
      return 0;
    }
    long dueNanos = (long) ((timeMillis - fromMillis) * 1e6 / speed.multiple());
    return dueNanos - (clockNanos.getAsLong() - startNanos);
  }

  public void await(long timeMillis) throws InterruptedException {
    for (long left = waitNanos(timeMillis); left > 0; left = waitNanos(timeMillis)) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
