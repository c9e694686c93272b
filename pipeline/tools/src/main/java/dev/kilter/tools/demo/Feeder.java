package dev.kilter.tools.demo;

import dev.kilter.tools.simulate.Delivery;
import dev.kilter.tools.simulate.KafkaReadings;
import dev.kilter.tools.simulate.Pace;
import dev.kilter.tools.simulate.Reading;
import dev.kilter.tools.simulate.Simulation;
import dev.kilter.tools.simulate.Speed;
import dev.kilter.tools.simulate.Transmission;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Writes the fleet's readings as their time comes: the counted ones, then on until it is closed.
 */
final class Feeder implements AutoCloseable {
  /** Event time has to pass the end by this much before all of what counts is judged. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private final DemoPlan plan;
  private final KafkaReadings sink;
  private final Consumer<Reading> witness;
  private final Transmission transmission;
  private SideTask feeding;
  private volatile long written;
  private volatile long startedNanos;
  private volatile boolean pastEnd;

  /** The witness sees every counted reading, in order. */
  Feeder(DemoPlan plan, KafkaReadings sink, Consumer<Reading> witness) {
    this.plan = plan;
    this.sink = sink;
    this.witness = witness;
    this.transmission = plan.transmission();
  }

  void start() {
    startedNanos = System.nanoTime();
    feeding = SideTask.start(this::feed);
  }

  /** Events written so far. */
  long written() {
    return written;
  }

  double secondsRunning() {
    return (System.nanoTime() - startedNanos) / 1e9;
  }

  /** Whether everything that counts, and a little more, has arrived in the topic. */
  boolean isPastEnd() throws ExecutionException, InterruptedException {
    feeding.check();
    return pastEnd;
  }

  @Override
  public void close() {
    feeding.close();
  }

  private Void feed() throws IOException, InterruptedException {
    try (sink) {
      Speed speed = new Speed(DemoPlan.SPEED);
      Pace pace = new Pace(speed, plan.counted().from().toEpochMilli(), System::nanoTime);
      for (Reading reading : new Simulation(plan.counted())) {
        write(reading, pace);
        witness.accept(reading);
      }
      goOn(pace);
    }
    return null;
  }

  private void goOn(Pace pace) throws IOException, InterruptedException {
    long markMillis = plan.end().plus(MARGIN).toEpochMilli();
    for (int stretch = 0; ; stretch++) {
      for (Reading reading : new Simulation(plan.aftermath(stretch))) {
        write(reading, pace);
        if (!pastEnd && reading.timeMillis() > markMillis) {
          sink.flush();
          pastEnd = true;
        }
      }
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes, others only read
  private void write(Reading reading, Pace pace) throws IOException, InterruptedException {
    pace.await(reading.timeMillis());
    for (Delivery delivery : transmission.take(reading)) {
      sink.write(delivery);
      written++;
    }
  }
}
