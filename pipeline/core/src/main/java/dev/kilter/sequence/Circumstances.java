package dev.kilter.sequence;

import dev.kilter.health.Ailment;
import java.util.List;

/**
 * How it is with an entity while a sequence of it is cut. Made anew only when that changes: one
 * sequence after the other has the same.
 *
 * @param lateUpToMillis the newest event time of what came too late so far, or {@link
 *     EntityState#NEVER}
 * @param health what is wrong with its channels
 */
public record Circumstances(long lateUpToMillis, List<Ailment> health) {
  /** Nothing came too late, and all is well. */
  public static final Circumstances WELL = new Circumstances(EntityState.NEVER, List.of());

  /** Keeps a copy. */
  public Circumstances {
    health = List.copyOf(health);
  }
}
