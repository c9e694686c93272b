package dev.kilter.job.operator;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * When batches go: at once, when they have waited long enough, or all of them because nothing may
 * be kept. The task decides it, on its own thread.
 */
final class Departures {
  private final BatchTurns turns;
  private final ProcessingTimeService clock;
  private final long maxDelayMillis;
  private ScheduledFuture<?> delay;
  private boolean overdue;

  Departures(BatchTurns turns, ProcessingTimeService clock, Duration maxDelay) {
    this.turns = turns;
    this.clock = clock;
    this.maxDelayMillis = maxDelay.toMillis();
  }

  /** Now, though the batch before may have to be waited for. */
  void now() throws Exception {
    waitNoMore();
    turns.go();
  }

  /** Now, or once the batch before has arrived: till then more can be gathered. */
  void whenFree() throws Exception {
    if (turns.isBusy()) {
      overdue = true;
    } else {
      now();
    }
  }

  /** When the first that was put in has waited as long as it may. */
  void afterDelay() {
    if (delay == null && !overdue) {
      long due = clock.getCurrentProcessingTime() + maxDelayMillis;
      delay = clock.registerTimer(due, time -> whenFree());
    }
  }

  /** All that there is now, and nothing is left. */
  void all() throws Exception {
    waitNoMore();
    turns.drain();
  }

  /** A batch has arrived; it may have been seen already. */
  void arrival() throws Exception {
    if (overdue && !turns.isBusy()) {
      now();
    } else {
      turns.collect();
    }
  }

  private void waitNoMore() {
    overdue = false;
    if (delay != null) {
      delay.cancel(false);
      delay = null;
    }
  }
}
