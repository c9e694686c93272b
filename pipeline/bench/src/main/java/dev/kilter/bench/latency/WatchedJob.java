package dev.kilter.bench.latency;

import dev.kilter.bench.broker.BrokerRig;
import dev.kilter.bench.broker.ChildProcess;
import dev.kilter.bench.check.WrongScore;
import dev.kilter.bench.load.BenchModel;
import dev.kilter.bench.load.SparseModel;
import dev.kilter.bench.measure.Core;
import dev.kilter.tools.KilterCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** {@code kilter run} in a process of its own, with topics, a feed, and somebody who hears. */
final class WatchedJob implements AutoCloseable {
  private static final long LOOK_NANOS = Duration.ofMillis(5).toNanos();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  // Of one size from the beginning, as a task manager's is. What waits for late events lives for
  // seconds: it is collected in short pauses, and not now and then in one that is long.
  private static final List<String> HEAP =
      List.of("-Xms2g", "-Xmx2g", "-XX:-UseSerialGC", "-XX:+UseG1GC", "-XX:MaxGCPauseMillis=20");

  private final BrokerRig rig;
  private final Duration lateness;
  private final String eventsTopic;
  private final String alertsTopic;
  private final Feed feed;
  private final AlertsTopic alerts;
  private ChildProcess job;

  private WatchedJob(BrokerRig rig, Duration lateness) {
    this.rig = rig;
    this.lateness = lateness;
    this.eventsTopic = "events-" + lateness;
    this.alertsTopic = "alerts-" + lateness;
    this.feed = new Feed(rig.broker().bootstrap(), eventsTopic);
    this.alerts = new AlertsTopic(rig.broker().bootstrap(), alertsTopic, eventsTopic);
  }

  /** Makes ready what is around the job: its topics are named by its lateness. */
  static WatchedJob prepare(BrokerRig rig, Duration lateness) throws Exception {
    SparseModel.BY_EVENT.write(rig.folder().path());
    rig.broker()
        .createTopics("events-" + lateness, "alerts-" + lateness, "dead-letters-" + lateness);
    return new WatchedJob(rig, lateness);
  }

  /** Starts the job; once this returns its tasks run. */
  void start() throws IOException {
    Optional<Core> core = rig.core();
    Path java = core.isPresent() ? core.get().java() : ChildProcess.java();
    String file = BenchModel.pipeline("latency").toString();
    List<String> command =
        List.of(KilterCommand.class.getName(), "run", file, "--parallelism", "1");
    job = ChildProcess.start(java, HEAP, command, variables());
    job.await(line -> line.contains("Ctrl-C stops"));
  }

  private Map<String, String> variables() {
    Path folder = rig.folder().path();
    return Map.of(
        "KAFKA_BOOTSTRAP",
        rig.broker().bootstrap(),
        "EVENTS",
        eventsTopic,
        "ALERTS",
        alertsTopic,
        "DEAD_LETTERS",
        "dead-letters-" + lateness,
        "MODELS",
        folder.toString(),
        "MODEL",
        SparseModel.BY_EVENT.label() + "/1",
        "CHECKPOINTS",
        folder.resolve("checkpoints").toUri().toString(),
        "MAX_LATENESS",
        lateness.toMillis() + "ms");
  }

  Duration lateness() {
    return lateness;
  }

  Feed feed() {
    return feed;
  }

  AlertsTopic alerts() {
    return alerts;
  }

  /** By how many events the alerts are behind what was sent. */
  long behind() {
    return feed.sent() - alerts.newest();
  }

  /** How long alerts took that follow from events appended in this span. */
  Latencies latencies(long fromMillis, long toMillis) {
    Map<Long, Long> events =
        feed.appendMillis().entrySet().stream()
            .filter(event -> event.getValue() >= fromMillis && event.getValue() < toMillis)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    await(() -> alerts.appendMillis().keySet().containsAll(events.keySet()), PATIENCE);
    return Latencies.between(events, alerts.appendMillis(), lateness.toMillis());
  }

  /**
   * Looks whether there are alerts that should not be.
   *
   * @throws WrongScore when there are
   */
  void requireNoOthers() {
    for (long offset : alerts.appendMillis().keySet()) {
      if (!feed.appendMillis().containsKey(offset)) {
        throw new WrongScore("an alert follows from the event at offset " + offset);
      }
    }
  }

  /** Waits until something is so, or no longer than that. */
  boolean await(BooleanSupplier so, Duration longest) {
    long begin = System.nanoTime();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() - begin > longest.toNanos()) {
        return false;
      }
      if (job.hasEnded()) {
        throw new IllegalStateException("the job has ended; its log says why");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return true;
  }

  @Override
  public void close() {
    if (job != null) {
      job.close();
    }
    alerts.close();
    feed.close();
  }
}
