package dev.kilter.rig.trial;

import dev.kilter.rig.events.PipelineText;
import dev.kilter.rig.events.Reader;
import dev.kilter.rig.events.Topics;
import dev.kilter.rig.process.Patience;
import java.util.concurrent.TimeUnit;

/** Waits until a pipeline has worked off all there is. */
final class Settled {
  /** More than two checkpoints, so that what was read was worked off and is committed. */
  private static final long QUIET_SECONDS = 6;

  private Settled() {}

  /** Waits until all events are read, and then nothing more is told. */
  static void await(Patience patience, Topics topics, Reader alerts) throws InterruptedException {
    patience.until("all events are read", () -> topics.areReadBy(PipelineText.GROUP));
    patience.until(
        "no more alerts come",
        () -> {
          int before = alerts.count();
          TimeUnit.SECONDS.sleep(QUIET_SECONDS);
          return alerts.count() == before;
        });
  }
}
