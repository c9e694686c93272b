package dev.kilter.bench.device;

import dev.kilter.onnx.ModelRunException;
import java.time.Duration;

/**
 * Takes the time of a batch that is run again and again.
 *
 * @param length for how long it is run, after as long to warm up
 */
record Stopwatch(Duration length) {

  /** How many sequences a second go through in batches of this size. */
  double perSecond(MeasuredNetwork network, int size) throws ModelRunException {
    MeasuredNetwork.Batch batch = network.batch(size);
    runsPerSecond(batch);
    return size * runsPerSecond(batch);
  }

  private double runsPerSecond(MeasuredNetwork.Batch batch) throws ModelRunException {
    long begun = System.nanoTime();
    long passed = 0;
    long runs = 0;
    while (runs == 0 || passed < length.toNanos()) {
      batch.run();
      runs++;
      passed = System.nanoTime() - begun;
    }
    return runs * (double) Duration.ofSeconds(1).toNanos() / passed;
  }
}
