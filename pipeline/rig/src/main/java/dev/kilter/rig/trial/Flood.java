package dev.kilter.rig.trial;

import dev.kilter.rig.cluster.RigJob;
import dev.kilter.rig.events.Feeder;
import dev.kilter.rig.fault.Scene;
import dev.kilter.rig.oracle.Latencies;
import dev.kilter.rig.oracle.Told;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Many times as many events for a minute, between times with as many as ever. */
final class Flood implements Disturbance {
  private static final Duration TO_GET_WARM = Duration.ofSeconds(40);
  private static final Duration BEFORE = Duration.ofSeconds(20);
  private static final Duration FLOOD = Duration.ofSeconds(60);
  private static final Duration AFTER = Duration.ofSeconds(80);

  private final int times;
  private final int perSecond;
  private Latencies latencies = new Latencies(List.of());
  private double pressedBack;
  private long sent;
  private long begunNanos;
  private long overNanos;

  /**
   * A flood.
   *
   * @param times so many times as many events
   * @param perSecond as how many
   */
  Flood(int times, int perSecond) {
    this.times = times;
    this.perSecond = perSecond;
  }

  /** A load for which events are sent for so long has enough for all of it. */
  static Duration lasting(int times) {
    return TO_GET_WARM.plus(BEFORE).plus(FLOOD.multipliedBy(times)).plus(AFTER);
  }

  @Override
  public Disturbed disturb(Scene scene, Feeder feeder) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(TO_GET_WARM.plus(BEFORE).toMillis());
    long before = feeder.sent();
    begunNanos = System.nanoTime();
    feeder.perSecond(perSecond * times);
    while (System.nanoTime() - begunNanos < FLOOD.toNanos()) {
      TimeUnit.SECONDS.sleep(1);
      pressedBack = Math.max(pressedBack, pressedBack(scene.job()));
    }
    feeder.perSecond(perSecond);
    overNanos = System.nanoTime();
    sent = feeder.sent() - before;
    return new Disturbed(
        begunNanos,
        overNanos,
        told -> latencies = Latencies.of(firstOfEach(told), feeder::sentNanos));
  }

  /** Who has more to do than he can does not answer always. */
  private static double pressedBack(RigJob job) throws InterruptedException {
    try {
      return job.pressedBack();
    } catch (IOException e) {
      return 0;
    }
  }

  private static List<Told> firstOfEach(List<Told> told) {
    Map<String, Told> first = new LinkedHashMap<>();
    told.forEach(each -> first.putIfAbsent(each.incident() + " " + each.revision(), each));
    return List.copyOf(first.values());
  }

  /** What came of it. */
  Flooded outcome(Outcome outcome) {
    Duration before = latencies.most(begunNanos - BEFORE.toNanos(), begunNanos);
    Duration back = latencies.until(overNanos, before.multipliedBy(2));
    return new Flooded(
        outcome,
        sent / FLOOD.toSeconds(),
        pressedBack,
        before,
        latencies.most(begunNanos, overNanos + back.toNanos()),
        back);
  }
}
