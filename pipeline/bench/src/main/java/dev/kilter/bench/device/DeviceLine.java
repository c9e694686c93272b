package dev.kilter.bench.device;

import dev.kilter.bench.report.Spread;

/**
 * A network on one processor in batches of one size.
 *
 * @param provider what {@code runtime.provider} calls the processor
 * @param batch how many sequences, or steps, go through at once
 * @param perSecond how many of them a second
 */
public record DeviceLine(String provider, int batch, Spread perSecond) {

  /** How long one run takes, in the middle. */
  public double millisPerRun() {
    return 1000 * batch / perSecond.median();
  }
}
