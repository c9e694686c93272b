package dev.kilter.bench.broker;

import dev.kilter.bench.check.WrongScore;
import dev.kilter.bench.peer.RunningJob;
import dev.kilter.job.config.PipelineConfig;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/** Reads a topic as if it had no end: near its end by a new job, from its begin. */
final class EndlessReading {
  private static final String READ = "events";
  private static final long LOOK_NANOS = Duration.ofMillis(2).toNanos();
  private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

  private final BrokerPeer peer;
  private final PipelineConfig config;
  private final EventsTopic topic;
  private RunningJob job;
  private long begun;
  private long most;

  private EndlessReading(BrokerPeer peer, PipelineConfig config, EventsTopic topic) {
    this.peer = peer;
    this.config = config;
    this.topic = topic;
  }

  /**
   * Reads the topic once to its end, to look whether all the work is done, then begins anew.
   *
   * @throws WrongScore when not as many sequences were judged as there are, or a record was not
   *     taken
   */
  static EndlessReading start(BrokerPeer peer, PipelineConfig config, EventsTopic topic)
      throws Exception {
    EndlessReading reading = new EndlessReading(peer, config, topic);
    reading.job = reading.newJob();
    reading.checkWhole();
    reading.begin();
    return reading;
  }

  /** Sees to it that the topic lasts for another iteration. */
  void beginIteration() throws Exception {
    most = Math.max(most, job.count(READ) - begun);
    if (topic.events() - job.count(READ) < 2 * most) {
      beginAgain();
    }
    job.catchUp();
    begun = job.count(READ);
  }

  /** Waits until so many more have been read. */
  void await(long more) throws Exception {
    if (job.count(READ) + 2 * more > topic.events()) {
      beginAgain();
      begun = job.count(READ);
    }
    job.await(more);
  }

  void stop() throws ExecutionException, InterruptedException {
    job.stop();
  }

  private void beginAgain() throws Exception {
    job.stop();
    begin();
  }

  /** A job that has just started is not what is measured. */
  private void begin() throws Exception {
    job = newJob();
    job.await(topic.events() / 20);
    job.catchUp();
  }

  private RunningJob newJob() throws Exception {
    return RunningJob.start(env -> peer.assemble(env, config), READ);
  }

  private void checkWhole() throws Exception {
    job.await(topic.events());
    long sequences = peer == BrokerPeer.KILTER ? topic.sequences() : 0;
    long begun = System.nanoTime();
    while (job.count("judged") < sequences && System.nanoTime() - begun < PATIENCE_NANOS) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    job.stop();
    require(peer, "records", topic.events(), job.count(READ));
    require(peer, "dead letters", 0, job.count("deadLetters"));
    require(peer, "sequences judged", sequences, job.count("judged"));
  }

  private static void require(BrokerPeer peer, String what, long right, long counted) {
    if (counted != right) {
      throw new WrongScore(
          "%s over the topic: %d %s, there should be %d"
              .formatted(peer.label(), counted, what, right));
    }
  }

  /** Reads the topic once, and looks whether all the work is done. */
  static void check(BrokerPeer peer, PipelineConfig config, EventsTopic topic) throws Exception {
    EndlessReading reading = new EndlessReading(peer, config, topic);
    reading.job = reading.newJob();
    reading.checkWhole();
  }
}
