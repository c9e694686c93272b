package dev.kilter.tools.replay;

import dev.kilter.event.Decoded;
import java.io.Serializable;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceSplit;

/**
 * All of the recordings: they are merged by time, so one reader reads them.
 *
 * @param input what is read
 */
record ReplaySplit(ReplayInput input)
    implements IteratorSourceSplit<Decoded, ReplayedEvents>, Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public String splitId() {
    return "recordings";
  }

  @Override
  public ReplayedEvents getIterator() {
    return ReplayedEvents.open(input);
  }

  /** A replay has no checkpoints, so it never goes on from the middle. */
  @Override
  public ReplaySplit getUpdatedSplitForIterator(ReplayedEvents events) {
    return this;
  }
}
