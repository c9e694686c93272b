package dev.kilter.rig.oracle;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How long it takes until a pipeline that was disturbed goes on. */
public final class Recovery {
  private Recovery() {}

  /**
   * Until the end of the longest silence since it was disturbed: what is told again breaks none.
   *
   * @param told the alerts in the order in which they were read
   * @param begunNanos when the disturbance began
   * @param overNanos from when on it counts
   */
  public static Duration of(List<Told> told, long begunNanos, long overNanos) {
    Set<Told.Key> seen = new HashSet<>();
    long before = begunNanos;
    long longest = 0;
    long end = begunNanos;
    for (Told each : told) {
      if (!seen.add(each.key()) || each.nanos() < begunNanos) {
        continue;
      }
      if (each.nanos() - before > longest) {
        longest = each.nanos() - before;
        end = each.nanos();
      }
      before = each.nanos();
    }
    return Duration.ofNanos(Math.max(0, end - overNanos));
  }
}
